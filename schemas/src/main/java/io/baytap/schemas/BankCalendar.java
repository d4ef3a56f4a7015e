package io.baytap.schemas;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On which days the banks of a centre pay: not on weekends, nor on published holidays. A year is covered if its holidays
 * are known; of others only the weekends are, and {@link #covers} says so.
 *
 * @param closed published holidays, weekends among them or not
 * @param working weekend days on which banks work all the same; the mainland declares some in exchange for longer holidays
 * @param years those whose holidays are known
 */
public record BankCalendar(String centre, Set<LocalDate> closed, Set<LocalDate> working, Set<Integer> years) {

    /** No centre of ours was ever closed for longer. */
    private static final int CLOSED_DAYS_MAX = 31;

    public BankCalendar {
        closed = Set.copyOf(closed);
        working = Set.copyOf(working);
        years = Set.copyOf(years);
    }

    /** Of the years that have a holiday. */
    public BankCalendar(String centre, Set<LocalDate> closed, Set<LocalDate> working) {
        this(centre, closed, working, closed.stream().map(LocalDate::getYear).collect(Collectors.toSet()));
    }

    /** Without working weekends. */
    public BankCalendar(String centre, Set<LocalDate> closed) {
        this(centre, closed, Set.of());
    }

    /** Open where both are. */
    public static BankCalendar both(BankCalendar one, BankCalendar other) {
        Set<LocalDate> closed = new HashSet<>(one.closed);
        closed.addAll(other.closed);
        Set<LocalDate> working = new HashSet<>(one.working);
        working.retainAll(other.working);
        Set<Integer> years = new HashSet<>(one.years);
        years.retainAll(other.years);
        return new BankCalendar(one.centre + "+" + other.centre, closed, working, years);
    }

    /** The same, closed on every weekend: foreign exchange, for one, is not traded on those that are worked on. */
    public BankCalendar weekendsClosed() {
        return new BankCalendar(centre, closed, Set.of(), years);
    }

    public boolean open(LocalDate day) {
        if (closed.contains(day)) {
            return false;
        }
        return !isWeekend(day) || working.contains(day);
    }

    /** Whether the holidays of the day's year are known. */
    public boolean covers(LocalDate day) {
        return years.contains(day.getYear());
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

    /** The n-th open day after it; the day itself for 0. */
    public LocalDate after(LocalDate day, int days) {
        LocalDate found = day;
        for (int left = days; left > 0; left--) {
            found = after(found);
        }
        return found;
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

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
