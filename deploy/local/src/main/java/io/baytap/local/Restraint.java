package io.baytap.local;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Holds gates back while many charges wait. The day is replayed as fast as the line can go, and wallets are to be charged during the day:
 * a correction that comes hours later finds its fare debited, as it would in the world, and is refunded.
 */
final class Restraint implements AutoCloseable {

    private static final long CHARGES_MAX = 400;
    private static final long LOOK_MILLIS = 200;

    /** After this long without any progress gates go on: what is stuck is for the reconciliation to name. */
    private static final int LOOKS_MAX = 150;

    private final WalletBooks books;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private long waiting;
    private int looksUnchanged;

    Restraint(Line line) {
        books = WalletBooks.of(line);
        var _ = watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns when the line has caught up. */
    synchronized void await() {
        try {
            while (waiting > CHARGES_MAX && looksUnchanged < LOOKS_MAX) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long now;
        try {
            now = books.waitingCharges();
        } catch (IllegalStateException databaseAway) {
            now = 0;
        }
        synchronized (this) {
            looksUnchanged = now == waiting ? looksUnchanged + 1 : 0;
            waiting = now;
            notifyAll();
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        watch.close();
        books.close();
    }
}
