package io.baytap.reporting.domain.opendata;

import java.time.Instant;
import java.util.Optional;

/** How far the line has been counted. */
public interface LineProgress {

    /**
     * A moment such that all that was told by then has been counted; empty if none is known since the last answer.
     *
     * @throws io.baytap.reporting.domain.ReportsAway if it cannot be known now
     */
    Optional<Instant> countedAsOf(Instant now);
}
