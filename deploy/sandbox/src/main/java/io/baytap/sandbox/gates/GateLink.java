package io.baytap.sandbox.gates;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signed batches over HTTP to one tap-ingest. Safe for concurrent use. */
public final class GateLink implements AutoCloseable {

    private static final String PATH = "/v1/taps/batch";
    private static final int CONNECT_MAX_MILLIS = 5_000;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    /**
     * What tap-ingest answered.
     *
     * @param retryAfter when to come again, where it says so
     */
    public record Answer(int status, String body, Optional<Duration> retryAfter) {}

    /** A request that is ready to be sent. */
    public record SignedBatch(RequestOptions request, Buffer body) {}

    private final String path;
    private final URI target;
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient http;

    /** To the tap-ingest that listens there; a URL without a path. */
    public GateLink(URI tapIngest, int connectionsMax) {
        this(tapIngest, connectionsMax, PATH);
    }

    /** The same, to another path: {@code /v1/taps} takes one tap. */
    public GateLink(URI tapIngest, int connectionsMax, String path) {
        this.path = path;
        target = tapIngest.resolve(path);
        http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MAX_MILLIS).setMaxPoolSize(connectionsMax));
    }

    /**
     * Sends a batch and waits for the answer, at most 30 s.
     *
     * @param body a JSON array of taps
     * @throws IOException if there was no answer; the batch may have arrived all the same
     */
    public Answer send(String gateId, SigningKey key, Instant sentAt, byte[] body)
            throws IOException, InterruptedException {
        return send(signed(gateId, key, sentAt, "application/json", body));
    }

    /** Signs a batch, to be sent later. */
    public SignedBatch signed(String gateId, SigningKey key, Instant sentAt, String contentType, byte[] body) {
        var signed = new ByteArrayOutputStream(body.length + 128);
        signed.writeBytes(("POST " + path + "\n" + gateId + "\n" + sentAt + "\n").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        String signature = Base64.getEncoder().encodeToString(key.sign(signed.toByteArray()));
        var request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(target.toString())
                .setTimeout(ANSWER_MAX.toMillis())
                .addHeader("Content-Type", contentType)
                .addHeader("Baytap-Gate", gateId)
                .addHeader("Baytap-Sent-At", sentAt.toString())
                .addHeader("Baytap-Signature", signature);
        return new SignedBatch(request, Buffer.buffer(body));
    }

    /**
     * Sends what was signed before and waits for the answer, at most 30 s.
     *
     * @throws IOException if there was no answer; the batch may have arrived all the same
     */
    public Answer send(SignedBatch batch) throws IOException, InterruptedException {
        try {
            Promise<Answer> answer = Promise.promise();
            // On one event loop: asked from many virtual threads at once, the pool of connections loses requests.
            loop.runOnContext(_ -> http.request(batch.request())
                    .compose(request -> request.send(batch.body()))
                    .compose(response -> response.body().map(text -> answer(response, text.toString())))
                    .onComplete(answer));
            return answer.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CONNECT_MAX_MILLIS + ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("no answer from " + target, e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer from " + target, e);
        }
    }

    private static Answer answer(HttpClientResponse response, String body) {
        Optional<Duration> retryAfter = Optional.ofNullable(response.getHeader("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new Answer(response.statusCode(), body, retryAfter);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
