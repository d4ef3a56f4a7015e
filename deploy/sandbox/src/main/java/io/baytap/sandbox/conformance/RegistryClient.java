package io.baytap.sandbox.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.sandbox.gates.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the system under test what operators and gates ask it beside taps. */
final class RegistryClient implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String token;

    RegistryClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** At that place; null in a vehicle. */
    JsonNode register(KitGate gate, String operatorId, @Nullable String routeId, @Nullable String stopId)
            throws InterruptedException {
        String place = routeId == null || stopId == null
                ? ""
                : ",\"routeId\":\"" + routeId + "\",\"stopId\":\"" + stopId + "\"";
        return ask(
                "PUT",
                "/v1/gates/" + gate.gateId(),
                "{\"operatorId\":\"" + operatorId + "\",\"mode\":\"RAIL\"" + place + ",\"publicKey\":\""
                        + base64(gate.key()) + "\"}");
    }

    JsonNode rotate(KitGate gate, SigningKey key, Duration overlap) throws InterruptedException {
        return ask(
                "POST",
                "/v1/gates/" + gate.gateId() + "/key",
                "{\"publicKey\":\"" + base64(key) + "\",\"overlap\":\"" + overlap + "\"}");
    }

    JsonNode suspend(KitGate gate) throws InterruptedException {
        return ask("POST", "/v1/gates/" + gate.gateId() + "/suspension", "");
    }

    JsonNode resume(KitGate gate) throws InterruptedException {
        return ask("DELETE", "/v1/gates/" + gate.gateId() + "/suspension", "");
    }

    /** What the gate owes, as {@code 4011-4013}. */
    List<String> owed(KitGate gate) throws InterruptedException {
        return ask("GET", "/v1/gates/" + gate.gateId() + "/sequences", "")
                .path("owed")
                .valueStream()
                .map(range ->
                        range.path("from").asText() + "-" + range.path("to").asText())
                .toList();
    }

    /** The deny list as the gate gets it. */
    JsonNode denials(KitGate gate) throws InterruptedException {
        KitBatch nothing = KitBatch.nothing(gate);
        return send(HttpRequest.newBuilder(url.resolve("/v1/denials"))
                .header("Baytap-Gate", gate.gateId())
                .header("Baytap-Sent-At", nothing.sentAt().toString())
                .header("Baytap-Signature", nothing.signature("GET /v1/denials"))
                .timeout(ANSWER_MAX)
                .build());
    }

    private JsonNode ask(String method, String path, String body) throws InterruptedException {
        return send(HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(ANSWER_MAX)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return AnswerText.read(answer.body());
        } catch (IOException e) {
            return AnswerText.read("");
        }
    }

    private static String base64(SigningKey key) {
        return Base64.getEncoder().encodeToString(key.publicKey());
    }

    @Override
    public void close() {
        http.close();
    }
}
