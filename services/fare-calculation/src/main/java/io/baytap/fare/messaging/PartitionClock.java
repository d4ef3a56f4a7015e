package io.baytap.fare.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What time it is for the riders of one partition. While the partition is behind (after an outage, after a restart) the
 * exit that an entry waits for may lie in the topic already; so its time is that of the last tap read, and only when it
 * has caught up the clock's. Otherwise every outage would charge maximum fares, and pay them back a moment later.
 */
final class PartitionClock {

    private final LineClock clock;
    private final long caughtUpAfterMillis;
    private final LongSupplier systemMillis;
    private long lastReadMillis;
    private Instant latestReceived = Instant.MIN;

    /**
     * Starts as one that is behind.
     *
     * @param caughtUpAfter with no tap for this long the partition has caught up
     */
    PartitionClock(LineClock clock, Duration caughtUpAfter, LongSupplier systemMillis) {
        this.clock = clock;
        this.caughtUpAfterMillis = caughtUpAfter.toMillis();
        this.systemMillis = systemMillis;
        this.lastReadMillis = systemMillis.getAsLong();
    }

    /** Told of each tap: when tap-ingest received it. */
    void read(Instant receivedAt) {
        lastReadMillis = systemMillis.getAsLong();
        latestReceived = receivedAt.isAfter(latestReceived) ? receivedAt : latestReceived;
    }

    Instant now() {
        Instant now = clock.now();
        boolean caughtUp = systemMillis.getAsLong() - lastReadMillis >= caughtUpAfterMillis;
        return caughtUp || now.isBefore(latestReceived) ? now : latestReceived;
    }
}
