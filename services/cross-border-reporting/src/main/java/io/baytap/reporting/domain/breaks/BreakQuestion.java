package io.baytap.reporting.domain.breaks;

import io.baytap.reporting.domain.WalletScheme;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which breaks are asked for. What is null asks for all.
 *
 * @param day the day that ages are counted to
 * @param minAgeDays of open breaks; those that were resolved have the age at which they were
 */
public record BreakQuestion(
        State state,
        LocalDate day,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable WalletScheme wallet,
        int minAgeDays,
        int maxAgeDays) {

    /** Days back that resolved breaks are listed, {@link #day} included. */
    public static final int RESOLVED_DAYS_MAX = 30;

    /** How breaks stand. */
    public enum State {
        OPEN,
        RESOLVED
    }

    /** Breaks that were resolved before are not listed. */
    public LocalDate resolvedSince() {
        return day.minusDays(RESOLVED_DAYS_MAX - 1L);
    }
}
