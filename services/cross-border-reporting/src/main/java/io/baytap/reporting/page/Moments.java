package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Times as every screen writes them: in Hong Kong. */
final class Moments {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(BusinessDay.ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);

    private Moments() {}

    static String minute(Instant moment) {
        return MINUTE.format(moment);
    }

    static String second(Instant moment) {
        return SECOND.format(moment);
    }

    /** Written as 3 d 04:05:06; negative if a clock ran ahead of ours. */
    static String length(Duration age) {
        Duration length = age.abs();
        return "%s%d d %02d:%02d:%02d"
                .formatted(
                        age.isNegative() ? "\u2212" : "",
                        length.toDays(),
                        length.toHoursPart(),
                        length.toMinutesPart(),
                        length.toSecondsPart());
    }
}
