package io.baytap.fx.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * When a centre settles payments: not on weekends, nor on its published holidays. Working weekends that the mainland
 * declares in exchange for longer holidays stay closed: foreign exchange is not traded on them. Of a year without
 * published holidays only the weekends are known.
 */
public record BusinessCalendar(String centre, Set<LocalDate> holidays) {

    /** No centre of ours was ever closed for longer. */
    private static final int CLOSED_DAYS_MAX = 31;

    /** Open where both are. */
    public static BusinessCalendar both(BusinessCalendar one, BusinessCalendar other) {
        Set<LocalDate> all = new HashSet<>(one.holidays);
        all.addAll(other.holidays);
        return new BusinessCalendar(one.centre + "+" + other.centre, Set.copyOf(all));
    }

    public boolean open(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** That day, or the first open one after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        for (int i = 0; !open(found); i++) {
            if (i == CLOSED_DAYS_MAX) {
                throw new IllegalStateException(centre + " is closed for more than a month from " + day);
            }
            found = found.plusDays(1);
        }
        return found;
    }

    /** The first open day after it. */
    public LocalDate after(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** The last open day before it. */
    public LocalDate before(LocalDate day) {
        LocalDate found = day.minusDays(1);
        for (int i = 0; !open(found); i++) {
            if (i == CLOSED_DAYS_MAX) {
                throw new IllegalStateException(centre + " is closed for more than a month before " + day);
            }
            found = found.minusDays(1);
        }
        return found;
    }

    /** Open days after {@code from}, up to and with {@code to}; none if that is not later. */
    public long openDays(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::open).count()
                : 0;
    }
}
