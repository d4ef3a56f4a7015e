package io.baytap.reporting.domain;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Counts events, each once. */
public interface Tally {

    /**
     * Counts those that were not counted before: all of them or, if it fails, none.
     *
     * @return how many were new, a rate whenever it comes; fails with {@link ReportsAway} during an outage
     */
    Uni<Long> count(List<LineEvent> events);
}
