package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Demand;
import io.baytap.wallet.domain.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is shown.
 *
 * @param state PENDING, APPROVED, REJECTED or EXPIRED
 * @param amountMinor whole minor units of {@code currency}
 * @param postingId of an approved one: the journal that was booked
 */
public record ProposalView(
        String id,
        String state,
        String kind,
        @Nullable String journeyId,
        @Nullable String chargeId,
        long amountMinor,
        String currency,
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
        return new ProposalView(
                proposal.id(),
                proposal.state(now).name(),
                demand.kind(),
                demand instanceof Demand.Correction correction ? correction.journeyId() : null,
                demand instanceof Demand.Refund refund ? refund.chargeId() : null,
                demand.amount().minor(),
                demand.amount().currency().getCurrencyCode(),
                demand.reason(),
                proposal.proposedBy().name(),
                proposal.proposedAt(),
                proposal.expiresAt(),
                decision == null ? null : decision.by().name(),
                decision == null ? null : decision.at(),
                decision == null || decision.conversionId() == null ? null : "posting:" + decision.conversionId());
    }
}
