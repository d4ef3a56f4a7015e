package io.baytap.tap.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.util.Base64;

/** Speaks to the gate registry. */
public record Operator(URI server, HttpClient http, String token) {

    public static final String TOKEN = "the-token-of-the-operators-in-tests";

    /** At Central, of the railway. */
    public HttpResponse<String> register(String gateId, PublicKey key) {
        return send(
                "PUT",
                "/v1/gates/" + gateId,
                "{\"operatorId\":\"MTR\",\"mode\":\"RAIL\",\"routeId\":\"%s\",\"stopId\":\"MTR:1\",\"publicKey\":\"%s\"}"
                        .formatted(World.RAIL, base64(key)));
    }

    public HttpResponse<String> rotate(String gateId, PublicKey key, String overlap) {
        return send(
                "POST",
                "/v1/gates/" + gateId + "/key",
                "{\"publicKey\":\"%s\",\"overlap\":\"%s\"}".formatted(base64(key), overlap));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    public HttpResponse<String> send(String method, String path, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(server.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
