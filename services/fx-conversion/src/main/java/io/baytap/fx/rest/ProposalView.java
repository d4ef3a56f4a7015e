package io.baytap.fx.rest;

import io.baytap.fx.domain.Proposal;
import io.baytap.fx.domain.RefusedRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it stands.
 *
 * @param state PENDING, APPROVED, REJECTED or EXPIRED
 * @param inForceFrom null: from the approval on
 * @param table what is proposed if it is a publisher's table; else null
 * @param refused of a table, what the guard does not believe; its other days are, or would be, in force
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
        @Nullable Instant decidedAt,
        @Nullable TableView table,
        List<Disbelieved> refused) {

    /** One {@code base} costs {@code rate} of {@code quote}. */
    public record RateText(String base, String quote, String rate) {}

    /** A rate that could be read and is not believed. */
    public record Disbelieved(String rateId, String rate, String reason, String detail) {
        static Disbelieved of(RefusedRate refused) {
            return new Disbelieved(
                    refused.rate().id(),
                    refused.rate().value().toPlainString(),
                    refused.reason().code(),
                    refused.reason().detail());
        }
    }

    static ProposalView of(Proposal proposal, Instant now) {
        return of(proposal, now, List.of());
    }

    static ProposalView of(Proposal proposal, Instant now, List<RefusedRate> refused) {
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
                decision == null ? null : decision.at(),
                sheet.isTable() ? TableView.of(sheet.table()) : null,
                refused.stream().map(Disbelieved::of).toList());
    }
}
