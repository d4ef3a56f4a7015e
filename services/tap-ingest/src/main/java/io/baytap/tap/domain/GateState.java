package io.baytap.tap.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a gate's work: which taps came, and how its clock goes.
 *
 * @param clock null if it was not measured
 */
public record GateState(SequenceSet sequences, @Nullable ClockReading clock) {

    public static final GateState NONE = new GateState(SequenceSet.NONE, null);

    /**
     * How a gate's clock goes.
     *
     * @param aheadMillis how far it is ahead of ours; negative: behind
     */
    public record ClockReading(long aheadMillis, Instant measuredAt) {}

    /** What both know; the later reading of the clock stands. */
    GateState merge(GateState other, int gapsMax) {
        return new GateState(sequences.union(other.sequences, gapsMax), later(clock, other.clock));
    }

    private static @Nullable ClockReading later(@Nullable ClockReading one, @Nullable ClockReading other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int order = one.measuredAt().compareTo(other.measuredAt());
        if (order == 0) {
            return one.aheadMillis() <= other.aheadMillis() ? one : other;
        }
        return order > 0 ? one : other;
    }
}
