package io.baytap.fx.messaging;

import io.baytap.fx.domain.Pair;
import io.baytap.fx.domain.Proposal;
import io.baytap.fx.domain.Proposal.Decision;
import io.baytap.fx.domain.Proposal.Sheet;
import io.baytap.fx.domain.Proposal.Verdict;
import io.baytap.schemas.fx.v1.ProposalVerdict;
import io.baytap.schemas.fx.v1.RateProposal;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Between the proposal events and the domain. */
final class ProposalMapper {

    private ProposalMapper() {}

    /** @throws IllegalArgumentException if the event makes no sense */
    static Proposal toProposal(RateProposal event) {
        return new Proposal(
                event.getProposalId(),
                new Sheet(
                        event.getDate(),
                        event.getInForceFrom(),
                        event.getRates().stream().map(ProposalMapper::toRate).toList(),
                        TableMapper.toTable(event),
                        event.getOverridesGuard(),
                        event.getNote()),
                event.getProposedBy(),
                event.getProposedAt(),
                event.getExpiresAt(),
                decision(event));
    }

    static RateProposal toEvent(Proposal proposal) {
        Decision decision = proposal.decision();
        Sheet sheet = proposal.sheet();
        String step = decision == null ? "PROPOSED" : decision.verdict().name();
        return RateProposal.newBuilder()
                .setEventId(proposal.id() + ":" + step)
                .setOccurredAt(decision == null ? proposal.proposedAt() : decision.at())
                .setProposalId(proposal.id())
                .setDate(sheet.date())
                .setInForceFrom(sheet.inForceFrom())
                .setRates(sheet.rates().stream().map(ProposalMapper::toEvent).toList())
                .setTableSource(sheet.isTable() ? sheet.table().getFirst().source() : "")
                .setTable(TableMapper.toDays(sheet.table()))
                .setOverridesGuard(sheet.overridesGuard())
                .setNote(sheet.note())
                .setProposedBy(proposal.proposedBy())
                .setProposedAt(proposal.proposedAt())
                .setExpiresAt(proposal.expiresAt())
                .setVerdict(
                        decision == null
                                ? null
                                : ProposalVerdict.valueOf(decision.verdict().name()))
                .setDecidedBy(decision == null ? null : decision.by())
                .setDecidedAt(decision == null ? null : decision.at())
                .build();
    }

    private static @Nullable Decision decision(RateProposal event) {
        ProposalVerdict verdict = event.getVerdict();
        if (verdict == null) {
            return null;
        }
        return switch (verdict) {
            case APPROVED -> new Decision(Verdict.APPROVED, event.getDecidedBy(), event.getDecidedAt());
            case REJECTED -> new Decision(Verdict.REJECTED, event.getDecidedBy(), event.getDecidedAt());
            case UNKNOWN -> throw new IllegalArgumentException("a verdict of a later version");
        };
    }

    static io.baytap.fx.domain.ProposedRate toRate(io.baytap.schemas.fx.v1.ProposedRate event) {
        return new io.baytap.fx.domain.ProposedRate(
                new Pair(Currency.getInstance(event.getBase()), Currency.getInstance(event.getQuote())),
                new BigDecimal(event.getRate()));
    }

    static io.baytap.schemas.fx.v1.ProposedRate toEvent(io.baytap.fx.domain.ProposedRate rate) {
        return io.baytap.schemas.fx.v1.ProposedRate.newBuilder()
                .setBase(rate.pair().base().getCurrencyCode())
                .setQuote(rate.pair().quote().getCurrencyCode())
                .setRate(rate.value().toPlainString())
                .build();
    }
}
