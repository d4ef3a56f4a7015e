package io.baytap.reporting.domain.report;

import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.WalletScheme;
import java.time.LocalDate;
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
        YEAR
    }
}
