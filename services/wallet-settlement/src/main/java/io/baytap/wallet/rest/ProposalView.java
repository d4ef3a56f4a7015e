package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.BreakDemand;
import io.baytap.wallet.domain.Demand;
import io.baytap.wallet.domain.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is shown.
 *
 * @param state PENDING, APPROVED, REJECTED or EXPIRED
 * @param amountMinor whole minor units of {@code currency}
 * @param account of a break: where its money belongs
 * @param reference of a break: what bears it out
 * @param postingId of an approved one: the journal that was booked; of a break, null if no money moved
 */
public record ProposalView(
        String id,
        String state,
        String kind,
        @Nullable String journeyId,
        @Nullable String chargeId,
        @Nullable String breakId,
        long amountMinor,
        String currency,
        @Nullable String account,
        @Nullable String reference,
        String reason,
        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String postingId) {

    static ProposalView of(Proposal proposal, Instant now) {
        Demand demand = proposal.demand();
        Proposal.Decision decision = proposal.decision();
        BreakDemand ofBreak = demand instanceof BreakDemand about ? about : null;
        Account account = ofBreak == null ? null : ofBreak.account();
        return new ProposalView(
                proposal.id(),
                proposal.state(now).name(),
                demand.kind(),
                demand instanceof Demand.Correction correction ? correction.journeyId() : null,
                demand instanceof Demand.Refund refund ? refund.chargeId() : null,
                ofBreak == null ? null : ofBreak.breakId(),
                demand.amount().minor(),
                demand.amount().currency().getCurrencyCode(),
                account == null ? null : account.name(),
                ofBreak == null ? null : ofBreak.reference(),
                demand.reason(),
                proposal.proposedBy().name(),
                proposal.proposedAt(),
                proposal.expiresAt(),
                decision == null ? null : decision.by().name(),
                decision == null ? null : decision.at(),
                decision == null ? null : journal(decision));
    }

    private static @Nullable String journal(Proposal.Decision decision) {
        return decision.conversionId() == null ? decision.journalId() : "posting:" + decision.conversionId();
    }
}
