package io.baytap.reporting.domain.report;

import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.report.ReportQuestion.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A report that somebody has to be given for every period.
 *
 * @param days after a period's last day, by the end of which it must have been handed in
 * @param from a day of the first period that it is due for
 */
public record DueReport(ReportKind kind, Period by, int days, LocalDate from) {

    private static final int DAYS_MAX = 3_660;

    public DueReport {
        if (days < 0 || days > DAYS_MAX) {
            throw new IllegalArgumentException(
                    "reporting.due." + kind.title() + ".days is not among 0 to " + DAYS_MAX + ": " + days);
        }
    }

    /**
     * A period of it that has ended.
     *
     * @param title as SDMX writes it: 2026-Q2
     * @param due the last day on which it can be handed in in time
     */
    public record Ended(ReportKind kind, Period by, String title, DayRange range, LocalDate due) {

        /** Negative once it is overdue. */
        public long daysLeft(LocalDate today) {
            return ChronoUnit.DAYS.between(today, due);
        }
    }

    /** Its periods that have ended before a day, oldest first. */
    List<Ended> ended(LocalDate today) {
        List<Ended> ended = new ArrayList<>();
        DayRange range = by.around(from);
        while (range.to().isBefore(today)) {
            ended.add(new Ended(
                    kind, by, by.title(range.from()), range, range.to().plusDays(days)));
            range = by.around(range.to().plusDays(1));
        }
        return ended;
    }
}
