package io.baytap.reporting.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The newest fare that has been counted, by the fare's own time, and how long ago that was. */
record Freshness(Instant newest, Duration age) {

    static Optional<Freshness> of(Optional<Instant> newest, Instant now) {
        return newest.map(moment -> new Freshness(moment, Duration.between(moment, now)));
    }

    Figure moment() {
        return Figure.moment("newest-fare", newest);
    }

    /** Negative if a gate's clock ran ahead of ours. */
    Figure ago() {
        return Figure.age("newest-fare-age", age);
    }
}
