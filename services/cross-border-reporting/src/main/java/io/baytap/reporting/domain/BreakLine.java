package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A change of a break between our ledger, the providers' statements and the bank's.
 *
 * @param revision 1 when it is opened
 * @param amount what cannot be explained; signed
 * @param since the business day of the line that nothing answers to
 * @param ourReference the line on our side: a journal or a batch
 * @param theirReference the line on the other side
 * @param tradeNumber the number that both sides know it by
 */
public record BreakLine(
        String breakId,
        int revision,
        String transition,
        String reason,
        String owner,
        Money amount,
        LocalDate since,
        int ageDays,
        @Nullable String walletScheme,
        @Nullable String ourReference,
        @Nullable String theirReference,
        @Nullable String tradeNumber,
        @Nullable String resolvedBy,
        Instant toldAt) {

    public boolean isOpen() {
        return !transition.equals("RESOLVED");
    }

    /** How old it is on a day: as old as it was told to be, and the days since. Once it is resolved it ages no more. */
    public int ageDays(LocalDate day) {
        return isOpen()
                ? Math.toIntExact(Math.max(0, ageDays + ChronoUnit.DAYS.between(BusinessDay.of(toldAt), day)))
                : ageDays;
    }
}
