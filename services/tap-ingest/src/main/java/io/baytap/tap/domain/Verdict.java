package io.baytap.tap.domain;

import java.time.Duration;
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
    record Accepted(Tap tap, long fingerprint, RiderCode rider, Place place, Marks marks) implements Verdict {
        @Override
        public long sequence() {
            return tap.sequence();
        }

        /** When the rider tapped, by our clock. */
        public Instant occurredAt() {
            return tap.occurredAt().plus(marks.correction());
        }
    }

    /**
     * What there is to say about an accepted tap.
     *
     * @param correction added to the gate's time to get ours, in whole milliseconds; zero while its clock is close
     * @param late it came later than a connected gate would have sent it
     * @param onOldDenyList the rider was denied, and the gate could not know
     */
    record Marks(Duration correction, boolean late, boolean onOldDenyList) {}

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
            case Accepted accepted -> accepted.marks().late() ? "LATE" : "ACCEPTED";
            case Duplicate _ -> "DUPLICATE";
            case Rejected _ -> "REJECTED";
        };
    }

    /** What the gate should know although the tap was taken; null if there is nothing. */
    default @Nullable String remark() {
        if (!(this instanceof Accepted accepted)) {
            return null;
        }
        long millis = accepted.marks().correction().toMillis();
        if (millis != 0) {
            return "the gate's clock is " + Math.abs(millis) + " ms " + (millis > 0 ? "behind" : "ahead")
                    + "; the time was corrected";
        }
        return accepted.marks().onOldDenyList() ? "the rider was denied; the gate's deny list is too old" : null;
    }

    /** Why it was rejected; null if it was not. */
    default @Nullable RejectReason rejectReason() {
        return this instanceof Rejected rejected ? rejected.reason() : null;
    }
}
