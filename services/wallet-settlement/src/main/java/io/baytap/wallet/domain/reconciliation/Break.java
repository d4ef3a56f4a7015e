package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that two sides disagree about.
 *
 * @param cause the line that something is wrong with
 * @param amount what they say less what we say; signed, money to us positive
 * @param since the business day of the line
 * @param sides who says what
 * @param resolvedBy what explains it; null while it is open
 */
public record Break(
        String cause,
        BreakReason reason,
        Money amount,
        LocalDate since,
        Sides sides,
        @Nullable String resolvedBy) {

    /**
     * The references of both sides.
     *
     * @param number what both know it by
     */
    public record Sides(
            @Nullable WalletScheme scheme,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String number) {}

    /** {@code break:<cause>}: the same disagreement has the same id, however often it is found. */
    public String id() {
        return "break:" + cause;
    }

    /** Who has to act. */
    public BreakReason.Owner owner() {
        return reason == BreakReason.STATEMENT_MISSING && Sources.isBank(String.valueOf(sides.theirs()))
                ? BreakReason.Owner.BANK
                : reason.owner();
    }

    public boolean isOpen() {
        return resolvedBy == null;
    }

    /** Whole days from its business day to {@code day}. */
    public int ageDays(LocalDate day) {
        return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(since, day)));
    }

    /** The same, explained. */
    public Break resolved(String by) {
        return new Break(cause, reason, amount, since, sides, by);
    }
}
