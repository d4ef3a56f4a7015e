package io.baytap.tap.domain;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where verdicts are published. */
public interface TapLine {

    /**
     * Publishes the accepted and the rejected taps of a batch; duplicates are there already. What was stored is
     * remembered in {@link TapMemory}, also when other taps of the batch were not stored.
     *
     * @param receivedAt when the batch was received
     * @return within a bounded time; never fails exceptionally
     */
    CompletionStage<Delivery> publish(Gate gate, List<Verdict> verdicts, Instant receivedAt);

    /** Whether the line has the batch. */
    enum Delivery {
        /** All of it is stored for good. */
        STORED,
        /** Some of it may not be. */
        AWAY
    }
}
