package io.baytap.wallet.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.baytap.wallet.domain.Notifications.Signed;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One question to a provider and its answer, signed both ways. */
final class Exchange {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    private final URI url;
    private final Duration answerMax;
    private final Seal seal;
    private final ObjectMapper json;
    private final Context loop;
    private final HttpClient http;

    /** What came of a question. */
    sealed interface Reply {
        /** The provider's own words; {@code code} is empty where it agreed. */
        record Answer(int status, String code, JsonNode body) implements Reply {}

        /** Nothing that can be relied on. */
        record Silence(String reason) implements Reply {}
    }

    private record Received(int status, MultiMap headers, String body) {}

    Exchange(Vertx vertx, ProviderAccess access, Seal seal, ObjectMapper json) {
        this.url = access.url();
        this.answerMax = access.answerMax();
        this.seal = seal;
        this.json = json;
        this.loop = vertx.getOrCreateContext();
        // HTTP/1.1: a pool of connections, so that one that hangs holds up no other.
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_MAX.toMillis())
                .setMaxPoolSize(access.connectionsMax()));
    }

    Reply get(String target) {
        return send("GET", target, "");
    }

    Reply post(String target, JsonNode body) {
        return send("POST", target, body.toString());
    }

    private Reply send(String method, String target, String body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setAbsoluteURI(url.resolve(target).toString())
                .setTimeout(answerMax.toMillis())
                .addHeader("Authorization", seal.authorization(method, target, body))
                .addHeader("Accept", "application/json")
                .addHeader("Content-Type", "application/json");
        try {
            return read(onLoop(() -> http.request(options)
                            .compose(request -> request.send(body))
                            .compose(Exchange::receive))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CONNECT_MAX.plus(answerMax).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return new Reply.Silence("TIMED_OUT");
        } catch (ExecutionException e) {
            return new Reply.Silence(reason(Objects.requireNonNull(e.getCause())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Silence("INTERRUPTED");
        }
    }

    /** On one event loop: asked from many virtual threads at once, the pool of connections loses requests. */
    private <T> Future<T> onLoop(Supplier<Future<T>> question) {
        Promise<T> answer = Promise.promise();
        loop.runOnContext(_ -> question.get().onComplete(answer));
        return answer.future();
    }

    private static Future<Received> receive(HttpClientResponse response) {
        return response.body().map(body -> new Received(response.statusCode(), response.headers(), body.toString()));
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case ConnectException _, UnknownHostException _ -> "UNREACHABLE";
            case TimeoutException _ -> "TIMED_OUT";
            default -> "CONNECTION_LOST";
        };
    }

    private Reply read(Received response) {
        MultiMap headers = response.headers();
        var signed = new Signed(
                header(headers, "Wechatpay-Timestamp"),
                header(headers, "Wechatpay-Nonce"),
                header(headers, "Wechatpay-Serial"),
                header(headers, "Wechatpay-Signature"),
                response.body());
        if (!seal.isGenuine(signed)) {
            return new Reply.Silence("NOT_SIGNED_" + response.status());
        }
        JsonNode body = parse(response.body());
        return new Reply.Answer(response.status(), body.path("code").asText(""), body);
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static String header(MultiMap headers, String name) {
        return Objects.requireNonNullElse(headers.get(name), "");
    }
}
