package io.baytap.fx.rest;

import io.baytap.fx.domain.Proposal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it stands.
 *
 * @param state PENDING, APPROVED, REJECTED or EXPIRED
 * @param inForceFrom null: from the approval on
 */
public record ProposalView(
        String id,
        Proposal.State state,
        LocalDate date,
        @Nullable Instant inForceFrom,
        List<RateText> rates,
        boolean overridesGuard,
        String note,
        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** One {@code base} costs {@code rate} of {@code quote}. */
    public record RateText(String base, String quote, String rate) {}

    static ProposalView of(Proposal proposal, Instant now) {
        Proposal.Decision decision = proposal.decision();
        Proposal.Sheet sheet = proposal.sheet();
        return new ProposalView(
                proposal.id(),
                proposal.state(now),
                sheet.date(),
                sheet.inForceFrom(),
                sheet.rates().stream()
                        .map(each -> new RateText(
                                each.pair().base().getCurrencyCode(),
                                each.pair().quote().getCurrencyCode(),
                                each.value().toPlainString()))
                        .toList(),
                sheet.overridesGuard(),
                sheet.note(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.expiresAt(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at());
    }
}
