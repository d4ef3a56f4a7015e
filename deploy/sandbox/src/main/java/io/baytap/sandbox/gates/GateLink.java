package io.baytap.sandbox.gates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Signed batches over HTTP to one tap-ingest. Safe for concurrent use. */
public final class GateLink implements AutoCloseable {

    private static final String PATH = "/v1/taps/batch";
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    /**
     * What tap-ingest answered.
     *
     * @param retryAfter when to come again, where it says so
     */
    public record Answer(int status, String body, Optional<Duration> retryAfter) {}

    private final URI target;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(workers)
            .build();

    /** To the tap-ingest that listens there; a URL without a path. */
    public GateLink(URI tapIngest) {
        target = tapIngest.resolve(PATH);
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
    public HttpRequest signed(String gateId, SigningKey key, Instant sentAt, String contentType, byte[] body) {
        var signed = new ByteArrayOutputStream(body.length + 128);
        signed.writeBytes(("POST " + PATH + "\n" + gateId + "\n" + sentAt + "\n").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        String signature = Base64.getEncoder().encodeToString(key.sign(signed.toByteArray()));
        return HttpRequest.newBuilder(target)
                .timeout(ANSWER_MAX)
                .header("Content-Type", contentType)
                .header("Baytap-Gate", gateId)
                .header("Baytap-Sent-At", sentAt.toString())
                .header("Baytap-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /**
     * Sends what was signed before and waits for the answer, at most 30 s.
     *
     * @throws IOException if there was no answer; the batch may have arrived all the same
     */
    public Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new Answer(response.statusCode(), response.body(), retryAfter);
    }

    @Override
    public void close() {
        http.shutdownNow();
        workers.shutdownNow();
    }
}
