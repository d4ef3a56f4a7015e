package io.baytap.reporting.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The schemas that events were written with, by their content id in the registry. Asked for directly, so that a registry
 * that is away (wait) is never taken for a schema that does not exist (park).
 */
public final class RegistrySchemas implements WriterSchemas {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final String registryUrl;
    private final Duration timeout;
    private final Map<Integer, Schema> known = new ConcurrentHashMap<>();

    /** @param registryUrl up to and including {@code /apis/registry/v3} */
    public RegistrySchemas(String registryUrl, Duration timeout) {
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.registryUrl = registryUrl;
        this.timeout = timeout;
    }

    @Override
    public Optional<Schema> find(int contentId) {
        Schema schema = known.get(contentId);
        if (schema != null) {
            return Optional.of(schema);
        }
        Optional<Schema> fetched = fetch(contentId);
        fetched.ifPresent(found -> known.put(contentId, found));
        return fetched;
    }

    private Optional<Schema> fetch(int contentId) {
        HttpResponse<String> answer = get(URI.create(registryUrl + "/ids/contentIds/" + contentId));
        return switch (answer.statusCode()) {
            case OK -> parse(answer.body());
            case NOT_FOUND -> Optional.empty();
            default -> throw new RegistryAway("HTTP " + answer.statusCode());
        };
    }

    private HttpResponse<String> get(URI uri) {
        try {
            return http.send(HttpRequest.newBuilder(uri).timeout(timeout).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryAway(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryAway("interrupted");
        }
    }

    /** Content that is no Avro schema is no schema of an event, whatever else it may be. */
    private static Optional<Schema> parse(String content) {
        try {
            return Optional.of(new Schema.Parser().parse(content));
        } catch (AvroRuntimeException e) {
            return Optional.empty();
        }
    }
}
