package io.baytap.fare.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting between attempts at something that is away: doubling from half a second to ten, and not past the end. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration MAX = Duration.ofSeconds(10);
    private static final int DOUBLINGS_MAX = 10;

    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Waits.
     *
     * @param attempt how many attempts failed before the last one
     * @return false if there should be no further attempt, because the service stops
     */
    public boolean pause(int attempt) {
        long millis = Math.min(FIRST.toMillis() << Math.min(attempt, DOUBLINGS_MAX), MAX.toMillis());
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends every wait, now and later. */
    public void close() {
        closing.countDown();
    }

    public boolean closed() {
        return closing.getCount() == 0;
    }
}
