package io.baytap.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Calls the service with a bearer token. */
@Singleton
public class Caller {

    private final String service;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    Caller(@ConfigProperty(name = "quarkus.http.test-port") int port, ObjectMapper json) {
        this.service = "http://127.0.0.1:" + port;
        this.json = json;
    }

    /** What was answered. */
    public record Answer(int status, String type, JsonNode body) {
        public String reason() {
            return body.path("reason").asText();
        }
    }

    public Answer get(String path, @Nullable String token) {
        return send(HttpRequest.newBuilder(URI.create(service + path)), token);
    }

    public Answer post(String path, String body, @Nullable String token) {
        return send(
                HttpRequest.newBuilder(URI.create(service + path))
                        .header("Content-Type", "application/json")
                        .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
                token);
    }

    private Answer send(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    answer.statusCode(),
                    type,
                    type.contains("json") ? json.readTree(answer.body()) : json.missingNode());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
