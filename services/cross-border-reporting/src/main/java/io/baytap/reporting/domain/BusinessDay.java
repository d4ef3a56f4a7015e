package io.baytap.reporting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The line's business days are calendar days in Hong Kong; the whole Greater Bay Area keeps that time. */
public final class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    private BusinessDay() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** When a day begins. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** 0 to 23, in Hong Kong. */
    public static int hour(Instant instant) {
        return instant.atZone(ZONE).getHour();
    }
}
