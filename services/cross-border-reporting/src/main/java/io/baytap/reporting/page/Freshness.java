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

    /** Written as 3 d 04:05:06; negative if a gate's clock ran ahead of ours. */
    Figure ago() {
        Duration length = age.abs();
        String text = "%s%d d %02d:%02d:%02d"
                .formatted(
                        age.isNegative() ? "\u2212" : "",
                        length.toDays(),
                        length.toHoursPart(),
                        length.toMinutesPart(),
                        length.toSecondsPart());
        return new Figure("newest-fare-age", "data-seconds", age.toSeconds(), text);
    }
}
