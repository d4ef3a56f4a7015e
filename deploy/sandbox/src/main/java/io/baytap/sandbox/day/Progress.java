package io.baytap.sandbox.day;

import java.time.Instant;

/** Told after every request; called from several threads at once, so it should be quick. */
@FunctionalInterface
public interface Progress {

    /**
     * How far the day is.
     *
     * @param tapsDone taps in requests that have their final answer
     * @param tapsTotal taps in all requests of the day, resends and attacks included
     * @param time of the simulated day
     */
    void advanced(long tapsDone, long tapsTotal, Instant time);
}
