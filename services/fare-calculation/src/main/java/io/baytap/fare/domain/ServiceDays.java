package io.baytap.fare.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The days a GTFS service id stands for: a day type such as WEEKDAY or SUN_PH.
 *
 * @param weekdays the days of the week, valid from {@code first} to {@code last}, both included
 * @param added further days, as a public holiday in SUN_PH
 * @param removed days taken out, as a public holiday from WEEKDAY
 */
public record ServiceDays(
        Set<DayOfWeek> weekdays, LocalDate first, LocalDate last, Set<LocalDate> added, Set<LocalDate> removed) {

    public boolean includes(LocalDate day) {
        if (removed.contains(day)) {
            return false;
        }
        return added.contains(day)
                || (weekdays.contains(day.getDayOfWeek()) && !day.isBefore(first) && !day.isAfter(last));
    }
}
