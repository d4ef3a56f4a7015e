package io.baytap.sandbox.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.Scheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The control calls of a provider sandbox. */
final class ProviderDesk implements AutoCloseable {

    private static final int ACCOUNTS_MAX = 5_000;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final URI provider;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ProviderDesk(URI provider) {
        this.provider = provider;
    }

    /** The contract of each account. */
    List<JsonNode> sign(Scheme scheme, List<String> accounts) throws IOException, InterruptedException {
        List<JsonNode> contracts = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += ACCOUNTS_MAX) {
            ObjectNode body = json.createObjectNode().put("scheme", scheme.name());
            var list = body.putArray("accounts");
            accounts.subList(from, Math.min(accounts.size(), from + ACCOUNTS_MAX))
                    .forEach(list::add);
            call("POST", "/sandbox/v1/contracts", body).path("contracts").forEach(contracts::add);
        }
        return contracts;
    }

    void behave(String contractId, Behaviour behaviour) throws IOException, InterruptedException {
        ObjectNode body = json.createObjectNode().put("behaviour", behaviour.name());
        JsonNode _ = call("PUT", "/sandbox/v1/behaviours/" + contractId, body);
    }

    void cardRates(Map<String, Long> rates) throws IOException, InterruptedException {
        ObjectNode body = json.createObjectNode();
        rates.forEach(body::put);
        JsonNode _ = call("PUT", "/sandbox/v1/rates", body);
    }

    private JsonNode call(String method, String path, ObjectNode body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(provider.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("provider sandbox: " + method + " " + path + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
