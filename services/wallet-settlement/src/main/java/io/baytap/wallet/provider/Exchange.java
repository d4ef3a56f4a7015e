package io.baytap.wallet.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.baytap.wallet.domain.Notifications.Signed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** One question to a provider and its answer, signed both ways. */
final class Exchange {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    private final URI url;
    private final Duration answerMax;
    private final Seal seal;
    private final ObjectMapper json;
    private final HttpClient http;

    /** What came of a question. */
    sealed interface Reply {
        /** The provider's own words; {@code code} is empty where it agreed. */
        record Answer(int status, String code, JsonNode body) implements Reply {}

        /** Nothing that can be relied on. */
        record Silence(String reason) implements Reply {}
    }

    Exchange(ProviderAccess access, Seal seal, ObjectMapper json) {
        this.url = access.url();
        this.answerMax = access.answerMax();
        this.seal = seal;
        this.json = json;
        // HTTP/1.1: a pool of connections, so that one that hangs holds up no other.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .build();
    }

    Reply get(String target) {
        return send("GET", target, "");
    }

    Reply post(String target, JsonNode body) {
        return send("POST", target, body.toString());
    }

    private Reply send(String method, String target, String body) {
        var request = HttpRequest.newBuilder(url.resolve(target))
                .timeout(answerMax)
                .header("Authorization", seal.authorization(method, target, body))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (HttpConnectTimeoutException | ConnectException _) {
            return new Reply.Silence("UNREACHABLE");
        } catch (HttpTimeoutException _) {
            return new Reply.Silence("TIMED_OUT");
        } catch (IOException _) {
            return new Reply.Silence("CONNECTION_LOST");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Silence("INTERRUPTED");
        }
    }

    private Reply read(HttpResponse<String> response) {
        HttpHeaders headers = response.headers();
        var signed = new Signed(
                header(headers, "Wechatpay-Timestamp"),
                header(headers, "Wechatpay-Nonce"),
                header(headers, "Wechatpay-Serial"),
                header(headers, "Wechatpay-Signature"),
                response.body());
        if (!seal.isGenuine(signed)) {
            return new Reply.Silence("NOT_SIGNED_" + response.statusCode());
        }
        JsonNode body = parse(response.body());
        return new Reply.Answer(response.statusCode(), body.path("code").asText(""), body);
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static String header(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }
}
