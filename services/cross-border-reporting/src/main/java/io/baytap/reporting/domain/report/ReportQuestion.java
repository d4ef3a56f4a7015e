package io.baytap.reporting.domain.report;

import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.WalletScheme;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param days of travel, or of settlement, as the kind says
 * @param asOf the last settlement day that is looked at: once it has closed, the answer is the same for ever
 * @param by how days are put together, where the kind has periods
 * @param operatorId its fares alone
 * @param wallet its fares alone
 */
public record ReportQuestion(
        ReportKind kind,
        DayRange days,
        LocalDate asOf,
        Period by,
        @Nullable String operatorId,
        @Nullable WalletScheme wallet) {

    /** The same of one operator. */
    public ReportQuestion of(@Nullable String operator) {
        return new ReportQuestion(kind, days, asOf, by, operator, wallet);
    }

    /** How days are put together. */
    public enum Period {
        DAY,
        MONTH,
        QUARTER,
        YEAR;

        /** All days that are put together with that day. */
        public DayRange around(LocalDate day) {
            return switch (this) {
                case DAY -> new DayRange(day, day);
                case MONTH -> months(day.withDayOfMonth(1), 1);
                case QUARTER -> months(day.with(IsoFields.DAY_OF_QUARTER, 1), 3);
                case YEAR -> months(day.withDayOfYear(1), 12);
            };
        }

        private static DayRange months(LocalDate first, int months) {
            return new DayRange(first, first.plusMonths(months).minusDays(1));
        }

        /** As SDMX writes it: 2026-04-09, 2026-04, 2026-Q2, 2026. */
        public String title(LocalDate day) {
            return switch (this) {
                case DAY -> day.toString();
                case MONTH -> YearMonth.from(day).toString();
                case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
                case YEAR -> Integer.toString(day.getYear());
            };
        }
    }
}
