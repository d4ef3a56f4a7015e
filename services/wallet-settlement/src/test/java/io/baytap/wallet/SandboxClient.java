package io.baytap.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the provider sandbox how to behave and reads its books; asks the service under test. */
@Singleton
public class SandboxClient {

    private final String sandbox;
    private final String service;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    SandboxClient(
            @ConfigProperty(name = "sandbox.url") String sandbox,
            @ConfigProperty(name = "quarkus.http.test-port") int port,
            ObjectMapper json) {
        this.sandbox = sandbox;
        this.service = "http://127.0.0.1:" + port;
        this.json = json;
    }

    /** From now on debits of the contract go like that. */
    public void behave(String contractId, String behaviour) {
        send(HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/v1/behaviours/" + contractId))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"behaviour\":\"" + behaviour + "\"}")));
    }

    /** From now on a new certificate signs for the scheme. */
    public void rotate(String scheme) {
        send(HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/v1/rotations"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"scheme\":\"" + scheme + "\"}")));
    }

    /** The provider's book of a contract; missing if it has none. */
    public JsonNode book(String contractId) {
        for (JsonNode book : send(HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/v1/books")))
                .path("contracts")) {
            if (book.path("contract_id").asText().equals(contractId)) {
                return book;
            }
        }
        return json.missingNode();
    }

    /** How many callbacks the service took. */
    public int callbacksTaken() {
        return send(HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/v1/books")))
                .path("callbacks")
                .path("delivered")
                .asInt();
    }

    /** What the service answers. */
    public JsonNode get(String path) {
        return send(authorised(path));
    }

    /** What the service answers, as it came. */
    public String text(String path) {
        try {
            var request = authorised(path).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status that the service answers a bodyless POST with. */
    public int post(String path) {
        try {
            var request =
                    authorised(path).POST(HttpRequest.BodyPublishers.noBody()).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status of an unsigned notification. */
    public int notifyUnsigned(String scheme) {
        try {
            var request = HttpRequest.newBuilder(URI.create(service + "/v1/notifications/" + scheme))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"event_type\":\"TRANSACTION.SUCCESS\"}"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder authorised(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", "Bearer " + IdentityProvider.token("fiona", "finance"));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            String body = http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return json.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
