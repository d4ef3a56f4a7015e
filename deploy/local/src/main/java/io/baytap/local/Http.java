package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the parts of the line over HTTP. */
final class Http {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final Duration PROBE_MAX = Duration.ofSeconds(5);
    private static final String PERSON = "X-Baytap-Person";
    private static final int OK = 200;
    private static final int CLASS = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    /** Whether it answers with 200 now. */
    boolean answers(URI uri) {
        try {
            return send(HttpRequest.newBuilder(uri).timeout(PROBE_MAX).build()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * What it answers; empty if it has nothing to say (204).
     *
     * @throws UncheckedIOException if it does not answer with 2xx
     */
    String get(URI uri) {
        return answer(HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).build());
    }

    /**
     * What it answers to whoever has that token; empty if it has nothing to say (204).
     *
     * @throws UncheckedIOException if it does not answer with 2xx
     */
    String get(URI uri, String bearerToken) {
        return answer(bearing(uri, bearerToken).build());
    }

    /**
     * The bytes that it answers with to whoever has that token.
     *
     * @throws UncheckedIOException if it does not answer with 200
     */
    byte[] getBytes(URI uri, String bearerToken) {
        try {
            HttpResponse<byte[]> response =
                    client.send(bearing(uri, bearerToken).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw new IOException("GET " + uri + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while asking " + uri, e));
        }
    }

    JsonNode getJson(URI uri) {
        return json(get(uri));
    }

    /** What it answers to whoever has that token. */
    JsonNode getJson(URI uri, String bearerToken) {
        return json(get(uri, bearerToken));
    }

    /** Sends a file as a person whom a service with open doors takes by the name. */
    String putAs(String person, URI uri, Path file, String contentType) {
        try {
            return answer(HttpRequest.newBuilder(uri)
                    .timeout(ANSWER_MAX)
                    .headers("Content-Type", contentType, PERSON, person)
                    .PUT(BodyPublishers.ofFile(file))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a person do something. */
    String postAs(String person, URI uri) {
        return answer(HttpRequest.newBuilder(uri)
                .timeout(ANSWER_MAX)
                .header(PERSON, person)
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** What was answered, as JSON. */
    JsonNode json(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text. */
    String put(URI uri, String text, String contentType) {
        return answer(
                texting(uri, contentType).PUT(BodyPublishers.ofString(text)).build());
    }

    /** Sends a text. */
    String post(URI uri, String text, String contentType) {
        return answer(
                texting(uri, contentType).POST(BodyPublishers.ofString(text)).build());
    }

    /** Has whoever has that token ask for something to be done, and what came of it. */
    JsonNode postJson(URI uri, String bearerToken) {
        return json(answer(bearing(uri, bearerToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody())
                .build()));
    }

    private static HttpRequest.Builder bearing(URI uri, String bearerToken) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).header("Authorization", "Bearer " + bearerToken);
    }

    private static HttpRequest.Builder texting(URI uri, String contentType) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).header("Content-Type", contentType);
    }

    private String answer(HttpRequest request) {
        try {
            HttpResponse<String> response = send(request);
            if (response.statusCode() / CLASS != OK / CLASS) {
                throw new IOException(request.method() + " " + request.uri() + " was answered with "
                        + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + request.uri(), e);
        }
    }
}
