package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Tells us of debits: signed, sealed, and again after a while until a 2xx comes back. */
final class Callbacks implements AutoCloseable {

    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private final Clock clock;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-callbacks").factory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_MAX)
            .executor(workers)
            .build();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    Callbacks(Clock clock) {
        this.clock = clock;
    }

    /** Runs a step later, unless the sandbox closes before. */
    void later(Duration delay, Runnable step) {
        try {
            var _ = timer.schedule(() -> workers.execute(step), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: what was to come later does not come.
        }
    }

    /** Delivers that the debit is paid, or has failed, as many times as asked. */
    void decided(Provider provider, Trade trade, int times) {
        String body = body(provider, trade).toString();
        for (int i = 0; i < times; i++) {
            workers.execute(() -> deliver(provider, trade.notifyUrl(), body, 0));
        }
    }

    long delivered() {
        return delivered.sum();
    }

    long failed() {
        return failed.sum();
    }

    private void deliver(Provider provider, String url, String body, int attempt) {
        if (send(provider, url, body)) {
            delivered.increment();
        } else if (attempt < RETRIES.size()) {
            later(RETRIES.get(attempt), () -> deliver(provider, url, body, attempt + 1));
        } else {
            failed.increment();
        }
    }

    private boolean send(Provider provider, String url, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(ANSWER_MAX)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            provider.signer().headers(body).forEach(request::header);
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ObjectNode body(Provider provider, Trade trade) {
        String plain = TradeView.of(provider.scheme(), trade).toString();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", "EV-" + Numbers.digits("callback:" + trade.transactionId(), 24))
                .put("create_time", Times.rfc3339(clock.instant()))
                .put("resource_type", "encrypt-resource")
                .put("event_type", trade.isDebited() ? "TRANSACTION.SUCCESS" : "TRANSACTION.PAY_FAIL")
                .put("summary", trade.isDebited() ? "paid" : "failed");
        ObjectNode resource = Sealed.seal(plain, provider.keys().apiV3Key(), Nonces.next(12), "transaction");
        body.set("resource", resource.put("original_type", "transaction"));
        return body;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
        http.shutdownNow();
    }
}
