package io.baytap.reporting.domain.live;

import java.time.Instant;

/**
 * A journey whose fare is on its way.
 *
 * @param occurredAt the fare's own time
 */
public record UnsettledFare(String journeyId, String operatorId, Instant occurredAt, Stage waitsFor) {

    /** What it lacks. */
    public enum Stage {
        /** It was assessed, and the ledger has not posted all of it. */
        POSTING,
        /** The wallet owes more than its provider has answered for. */
        ANSWER
    }
}
