package io.baytap.wallet.domain;

import org.jspecify.annotations.Nullable;

/**
 * What two people decided about a break.
 *
 * @param kind see {@link BreakDemand.Kind}
 * @param reason why, in the words of who proposed it
 * @param reference of what bears it out: a letter, a ticket, a line
 * @param journalId what was booked; null if no money moves
 */
public record ResolvedByHand(
        String proposalId,
        String kind,
        String reason,
        @Nullable String reference,
        String proposedBy,
        String approvedBy,
        @Nullable String journalId) {

    /** Of an approved proposal about a break. */
    static ResolvedByHand of(Proposal proposal, Proposal.Decision decision, BreakDemand demand) {
        return new ResolvedByHand(
                proposal.id(),
                demand.kind(),
                demand.reason(),
                demand.reference(),
                proposal.proposedBy().name(),
                decision.by().name(),
                decision.journalId());
    }
}
