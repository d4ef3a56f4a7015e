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
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One question to a provider and its answer, signed both ways. */
final class Exchange {

    /** Of HTTP/2: a second one carries on when the first breaks. */
    private static final int CONNECTIONS_MAX = 2;

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

    /** What came back, whoever it is from. */
    record Said(int status, Signed signed, JsonNode body) {}

    private sealed interface Outcome {
        record Arrived(Received received) implements Outcome {}

        record Lost(String reason) implements Outcome {}
    }

    private record Received(int status, MultiMap headers, String body) {}

    Exchange(Vertx vertx, ProviderAccess access, Seal seal, ObjectMapper json) {
        this.url = access.url();
        this.answerMax = access.answerMax();
        this.seal = seal;
        this.json = json;
        this.loop = vertx.getOrCreateContext();
        this.http = vertx.createHttpClient(options(access));
    }

    /**
     * HTTP/2: questions share few connections, each on a stream of its own, so that one that hangs holds up no other. With TLS
     * the provider may choose HTTP/1.1 by ALPN, then a connection is for one question at a time; without TLS, by prior knowledge.
     */
    private static HttpClientOptions options(ProviderAccess access) {
        boolean tls = "https".equals(access.url().getScheme());
        return new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_MAX.toMillis())
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setSsl(tls)
                .setUseAlpn(tls)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(CONNECTIONS_MAX)
                .setMaxPoolSize(access.questionsMax());
    }

    Reply get(String target) {
        return judged(send("GET", target, ""));
    }

    Reply post(String target, JsonNode body) {
        return judged(send("POST", target, body.toString()));
    }

    /** An answer whose signature is for the caller to judge; empty if there was none. */
    Optional<Said> getUnjudged(String target) {
        return switch (send("GET", target, "")) {
            case Outcome.Arrived(Received received) -> Optional.of(said(received));
            case Outcome.Lost _ -> Optional.empty();
        };
    }

    private Reply judged(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Arrived(Received received) -> read(said(received));
            case Outcome.Lost(String reason) -> new Reply.Silence(reason);
        };
    }

    private Outcome send(String method, String target, String body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setAbsoluteURI(url.resolve(target).toString())
                .setTimeout(answerMax.toMillis())
                .addHeader("Authorization", seal.authorization(method, target, body))
                .addHeader("Accept", "application/json")
                .addHeader("Content-Type", "application/json");
        try {
            return new Outcome.Arrived(onLoop(() -> http.request(options)
                            .compose(request -> request.send(body))
                            .compose(Exchange::receive))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CONNECT_MAX.plus(answerMax).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return new Outcome.Lost("TIMED_OUT");
        } catch (ExecutionException e) {
            return new Outcome.Lost(reason(Objects.requireNonNull(e.getCause())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Lost("INTERRUPTED");
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

    private Said said(Received response) {
        MultiMap headers = response.headers();
        var signed = new Signed(
                header(headers, "Wechatpay-Timestamp"),
                header(headers, "Wechatpay-Nonce"),
                header(headers, "Wechatpay-Serial"),
                header(headers, "Wechatpay-Signature"),
                response.body());
        return new Said(response.status(), signed, parse(response.body()));
    }

    private Reply read(Said said) {
        return seal.doubt(said.signed())
                .<Reply>map(doubt -> new Reply.Silence(doubt + "_" + said.status()))
                .orElseGet(() ->
                        new Reply.Answer(said.status(), said.body().path("code").asText(""), said.body()));
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
