package io.baytap.reporting.domain.opendata;

import java.time.LocalDate;
import java.time.YearMonth;

/** The days, both included, on which the journeys of a set began. */
public record PublicationPeriod(LocalDate first, LocalDate last) {

    public static PublicationPeriod of(LocalDate day) {
        return new PublicationPeriod(day, day);
    }

    public static PublicationPeriod of(YearMonth month) {
        return new PublicationPeriod(month.atDay(1), month.atEndOfMonth());
    }

    /** As ISO 8601 writes it: {@code 2026-04-09} or {@code 2026-04}. */
    public String title() {
        return first.equals(last) ? first.toString() : YearMonth.from(first).toString();
    }
}
