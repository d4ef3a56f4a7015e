package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.WalletSettlement.Proposal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A proposal about a ride, in the visitor's language.
 *
 * @param pending whether somebody can still decide it
 * @param path of its decisions, below the proposals of the ride
 * @param until when it expires, if it is pending; who decided it, if somebody did
 */
public record ProposalRow(
        Proposal proposal,
        String kind,
        Figure amount,
        String state,
        boolean pending,
        String proposedAt,
        @Nullable String until,
        String path) {

    static ProposalRow of(RideMessages text, Proposal proposal, int place) {
        return new ProposalRow(
                proposal,
                RideWords.kind(text, proposal.kind()),
                Figure.signedMoney("proposal-" + place + "-amount", proposal.amount()),
                RideWords.state(text, proposal.state()),
                proposal.isPending(),
                Entry.time(proposal.proposedAt()),
                proposal.isPending() ? text.until(Entry.time(proposal.expiresAt())) : proposal.decidedBy(),
                URLEncoder.encode(proposal.id(), StandardCharsets.UTF_8));
    }
}
