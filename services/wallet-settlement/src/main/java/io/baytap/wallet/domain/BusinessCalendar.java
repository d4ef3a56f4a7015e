package io.baytap.wallet.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * On which days banks of a place work.
 *
 * @param holidays beside Saturdays and Sundays
 */
public record BusinessCalendar(Set<LocalDate> holidays) {

    /**
     * The n-th day on which banks work after a day.
     *
     * @param days at least 1
     */
    public LocalDate after(LocalDate day, int days) {
        LocalDate date = day;
        for (int left = days; left > 0; left--) {
            do {
                date = date.plusDays(1);
            } while (!isOpen(date));
        }
        return date;
    }

    /** Whether banks work on that day. */
    public boolean isOpen(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(date);
    }
}
