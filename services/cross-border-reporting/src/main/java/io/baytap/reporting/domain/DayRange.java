package io.baytap.reporting.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same days in pieces of at most {@code daysMax}, so that no query holds a whole year in memory. */
    public List<DayRange> split(int daysMax) {
        return Stream.iterate(from, start -> !start.isAfter(to), start -> start.plusDays(daysMax))
                .map(start -> new DayRange(start, earlier(start.plusDays(daysMax - 1L), to)))
                .toList();
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
