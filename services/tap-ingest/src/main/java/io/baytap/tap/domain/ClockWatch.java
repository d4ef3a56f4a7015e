package io.baytap.tap.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Measures one gate's clock by when it says it sent its batches: how far that is ahead of when they came, at its most over a
 * window. A network can make that smaller and never larger. Immutable.
 *
 * @param present the window that runs
 * @param before the window before it; null if nothing came then
 */
record ClockWatch(Window present, @Nullable Window before) {

    /** The batches since the start of a window. */
    record Window(Instant start, int batches, Instant lastSentAt, Duration mostAhead) {

        Window with(Instant sentAt, Duration ahead) {
            // The same batch again is no new measurement, nor is one that another has overtaken.
            boolean fresh = sentAt.isAfter(lastSentAt);
            return new Window(
                    start,
                    fresh ? Math.addExact(batches, batches == Integer.MAX_VALUE ? 0 : 1) : batches,
                    fresh ? sentAt : lastSentAt,
                    ahead.compareTo(mostAhead) > 0 ? ahead : mostAhead);
        }
    }

    static ClockWatch begin(Instant sentAt, Instant now) {
        return new ClockWatch(new Window(now, 1, sentAt, Duration.between(now, sentAt)), null);
    }

    ClockWatch with(Instant sentAt, Instant now, Duration length) {
        Duration age = Duration.between(present.start(), now);
        if (age.compareTo(length) < 0) {
            return new ClockWatch(present.with(sentAt, Duration.between(now, sentAt)), before);
        }
        boolean adjoining = age.compareTo(length.multipliedBy(2)) < 0;
        return new ClockWatch(begin(sentAt, now).present, adjoining ? present : null);
    }

    /** How far the clock is ahead; null while too few batches say so. */
    @Nullable
    Duration ahead(Instant now, ClockLimits limits) {
        boolean recent =
                Duration.between(present.start(), now).compareTo(limits.window().multipliedBy(2)) < 0;
        int batches = present.batches() + (before == null ? 0 : before.batches());
        if (!recent || batches < limits.batchesMin()) {
            return null;
        }
        return before == null || present.mostAhead().compareTo(before.mostAhead()) >= 0
                ? present.mostAhead()
                : before.mostAhead();
    }
}
