package io.baytap.fx.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.Topic;
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
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/**
 * Apicurio Registry over its REST API, version 3. Content never changes under an id, so what was read once is kept for
 * ever: an outage touches nobody who has seen a schema before. (The ready-made deserializer asks again every 30 s, and
 * does not tell an outage from an unknown id.)
 */
public final class ApicurioRegistry implements SchemaRegistry {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String NOT_FOUND = "NotFoundException";
    private static final int VERSIONS_MAX = 500;

    private final String url;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Integer> contentIds = new ConcurrentHashMap<>();

    /** @param url ends in /apis/registry/v3 */
    public ApicurioRegistry(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
    }

    @Override
    public @Nullable Schema find(int contentId) {
        Schema known = schemas.get(contentId);
        if (known != null) {
            return known;
        }
        Optional<Schema> schema = get("/ids/contentIds/" + contentId).map(content -> parse(contentId, content));
        schema.ifPresent(found -> schemas.put(contentId, found));
        return schema.orElse(null);
    }

    @Override
    public int contentId(Topic topic) {
        return contentIds.computeIfAbsent(topic.name(), _ -> findContentId(topic));
    }

    private int findContentId(Topic topic) {
        String artifact = topic.name() + "-value";
        String versions = get("/groups/default/artifacts/" + artifact + "/versions?limit=" + VERSIONS_MAX)
                .orElseThrow(() -> new RegistryAway(artifact + " is not registered"));
        try {
            for (JsonNode version : json.readTree(versions).path("versions")) {
                int contentId = version.path("contentId").asInt();
                if (topic.schema().equals(find(contentId))) {
                    return contentId;
                }
            }
        } catch (JsonProcessingException e) {
            throw new RegistryAway("an answer of the registry is not JSON", e);
        }
        throw new RegistryAway("no version of " + artifact + " is the schema that this build writes");
    }

    private static Schema parse(int contentId, String content) {
        try {
            return new Schema.Parser().parse(content);
        } catch (SchemaParseException e) {
            throw new RegistryAway("content " + contentId + " of the registry is not an Avro schema", e);
        }
    }

    /** Empty if the registry says that there is no such thing. */
    private Optional<String> get(String path) {
        HttpResponse<String> answer;
        try {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(TIMEOUT)
                    .build();
            answer = http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryAway("the registry does not answer at " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryAway("interrupted while asking the registry", e);
        }
        if (answer.statusCode() == 200) {
            return Optional.of(answer.body());
        }
        // A 404 that is not the registry's own says that the address is wrong, and nothing about the schema.
        if (answer.statusCode() == 404 && answer.body().contains(NOT_FOUND)) {
            return Optional.empty();
        }
        throw new RegistryAway("the registry answered " + answer.statusCode() + " to " + path);
    }
}
