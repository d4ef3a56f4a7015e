package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The newest fare that has been counted, by the fare's own time, and how long ago that was. */
record Freshness(Instant newest, Duration age) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);

    static Optional<Freshness> of(Optional<Instant> newest, Instant now) {
        return newest.map(moment -> new Freshness(moment, Duration.between(moment, now)));
    }

    Figure moment() {
        return new Figure("newest-fare", "data-seconds", newest.getEpochSecond(), MOMENT.format(newest));
    }

    /** Negative if a gate's clock ran ahead of ours. */
    Figure ago() {
        return Figure.age("newest-fare-age", age);
    }
}
