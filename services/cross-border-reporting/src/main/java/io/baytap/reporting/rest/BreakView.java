package io.baytap.reporting.rest;

import io.baytap.reporting.domain.BreakLine;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A break as it was told.
 *
 * @param amountMinor what they say less what we say, in whole minor units; signed, money to us positive
 * @param ageDays on the day that is asked for, or, once resolved, when it was
 */
public record BreakView(
        String breakId,
        int revision,
        String transition,
        String reason,
        String owner,
        long amountMinor,
        String currency,
        LocalDate since,
        int ageDays,
        @Nullable String walletScheme,
        @Nullable String ourReference,
        @Nullable String theirReference,
        @Nullable String tradeNumber,
        @Nullable String resolvedBy,
        Instant toldAt) {

    static BreakView of(BreakLine line, LocalDate day) {
        return new BreakView(
                line.breakId(),
                line.revision(),
                line.transition(),
                line.reason(),
                line.owner(),
                line.amount().minor(),
                line.amount().currency().getCurrencyCode(),
                line.since(),
                line.ageDays(day),
                line.walletScheme(),
                line.ourReference(),
                line.theirReference(),
                line.tradeNumber(),
                line.resolvedBy(),
                line.toldAt());
    }
}
