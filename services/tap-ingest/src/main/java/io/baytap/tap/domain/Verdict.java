package io.baytap.tap.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one tap of a batch. */
public sealed interface Verdict {

    /** {@link TapReading#NO_SEQUENCE} when unreadable. */
    long sequence();

    /**
     * Goes on the line.
     *
     * @param fingerprint {@link Tap#fingerprint()}, computed once
     */
    record Accepted(Tap tap, long fingerprint, RiderCode rider, Place place, boolean late) implements Verdict {
        @Override
        public long sequence() {
            return tap.sequence();
        }
    }

    /** The same tap is on the line already. */
    record Duplicate(long sequence) implements Verdict {}

    /**
     * Does not go on the line.
     *
     * @param fingerprint of the tap, or of the element that is none
     * @param occurredAt when the request was received, if the tap does not say
     */
    record Rejected(long sequence, long fingerprint, Instant occurredAt, RejectReason reason) implements Verdict {}

    /** Stable: gates and dashboards read it. */
    default String code() {
        return switch (this) {
            case Accepted accepted -> accepted.late() ? "LATE" : "ACCEPTED";
            case Duplicate _ -> "DUPLICATE";
            case Rejected _ -> "REJECTED";
        };
    }

    /** Why it was rejected; null if it was not. */
    default @Nullable RejectReason rejectReason() {
        return this instanceof Rejected rejected ? rejected.reason() : null;
    }
}
