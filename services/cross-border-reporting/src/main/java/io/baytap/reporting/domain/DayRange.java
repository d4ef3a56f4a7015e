package io.baytap.reporting.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Business days, both ends included. */
public record DayRange(LocalDate from, LocalDate to) {

    public DayRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
