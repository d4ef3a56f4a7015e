package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.Break;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a demand about a break books. Nothing is edited: a journal follows, whose id names the proposal. */
public final class BreakRules {

    private BreakRules() {}

    /** What would be done, or why it is not. */
    public sealed interface Result {

        /** {@code journal} is null if no money moves. */
        record Resolved(@Nullable Journal journal) implements Result {}

        record Refused(Objection objection) implements Result {}
    }

    /**
     * Decides.
     *
     * @param found the break as it was told last
     * @param inSuspense whether the entry that it is about is held in suspense
     * @param proposalId of who demands it
     */
    public static Result resolve(BreakDemand demand, Break found, boolean inSuspense, String proposalId, Instant at) {
        if (!found.isOpen()) {
            return new Result.Refused(new Objection.BreakNotOpen(demand.breakId(), String.valueOf(found.resolvedBy())));
        }
        if (!demand.amount().equals(found.amount())) {
            return new Result.Refused(new Objection.OtherAmount(demand.breakId(), demand.amount(), found.amount()));
        }
        return switch (demand.what()) {
            case EXPLAIN -> new Result.Resolved(null);
            case RELEASE -> release(demand, found, inSuspense, proposalId, at);
            case BOOK -> book(demand, found, proposalId, at);
        };
    }

    private static Result release(BreakDemand demand, Break found, boolean inSuspense, String proposalId, Instant at) {
        if (!inSuspense) {
            return new Result.Refused(new Objection.NotInSuspense(demand.breakId(), found.reason()));
        }
        return moved(
                "release:" + found.cause() + "=" + proposalId,
                Journal.Kind.RELEASE,
                Account.suspense(found.amount().currency()),
                demand,
                at);
    }

    /** They say less we say is what the provider's account lacks. */
    private static Result book(BreakDemand demand, Break found, String proposalId, Instant at) {
        WalletScheme scheme = found.sides().scheme();
        boolean ofProvider = switch (found.reason()) {
            case MISSING_AT_PROVIDER,
                    MISSING_IN_LEDGER,
                    DOUBLED,
                    REFUNDED_TWICE,
                    AMOUNT,
                    MISSING_AT_BANK,
                    SHORT_PAYOUT,
                    OVERPAID -> true;
            case RATE,
                    LATE,
                    BATCH_AMOUNT,
                    UNPAID,
                    PAID_OTHERWISE,
                    DEAL_UNSETTLED,
                    DEAL_AMOUNT,
                    UNKNOWN_ENTRY,
                    NOTIFIED_NOT_BOOKED,
                    NOTIFIED_OTHERWISE,
                    STATEMENT_MISSING,
                    REISSUED -> false;
        };
        if (!ofProvider || scheme == null || found.amount().isZero()) {
            return new Result.Refused(new Objection.NotBookable(demand.breakId(), found.reason()));
        }
        return moved(
                "adjustment:" + found.id() + "=" + proposalId,
                Journal.Kind.ADJUSTMENT,
                Account.providerClearing(scheme),
                demand,
                at);
    }

    @SuppressWarnings("TooManyParameters") // what a journal is made of
    private static Result moved(String id, Journal.Kind kind, Account from, BreakDemand demand, Instant at) {
        Account account = demand.account();
        Money amount = demand.amount();
        if (account == null || account.equals(from) || !account.takesResolutions(amount.currency())) {
            return new Result.Refused(new Objection.AccountRefused(
                    demand.breakId(), account == null ? "" : account.name(), amount.currency()));
        }
        return new Result.Resolved(
                new Journal(id, kind, at, List.of(new Posting(from, amount), new Posting(account, amount.negated()))));
    }
}
