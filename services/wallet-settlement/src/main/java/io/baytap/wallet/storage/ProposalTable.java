package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.BreakDemand;
import io.baytap.wallet.domain.Demand;
import io.baytap.wallet.domain.Proposal;
import io.baytap.wallet.domain.Proposal.Author;
import io.baytap.wallet.domain.Proposal.Decision;
import io.baytap.wallet.domain.Proposal.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes proposals and the decisions about them. */
final class ProposalTable {

    private static final String SELECT = """
            select p.id, p.kind, p.target, p.amount_minor, p.currency, p.reason, p.proposed_by, p.proposed_subject,
              p.proposed_at, p.expires_at, d.verdict, d.decided_by, d.decided_subject, d.decided_at, d.conversion_id, d.journal_id,
              p.account, p.reference
            from proposal p left join proposal_decision d on d.proposal_id = p.id""";

    private static final String BY_ID = SELECT + " where p.id = :id";

    private static final String OF_JOURNEY = SELECT
            + " where p.target = :journey or p.target in (select id from charge where journey_id = :journey) order by p.sequence desc limit :max";

    private static final String LATEST = SELECT + " order by p.sequence desc limit :max";

    /** Whoever decides holds it to the end: a second one then sees the decision. A statement of its own before reading. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended(:id, 0))";

    private static final String INSERT = """
            insert into proposal (id, kind, target, amount_minor, currency, account, reference, reason, proposed_by, proposed_subject, proposed_at, expires_at)
            values (:id, :kind, :target, :amount, :currency, nullif(:account, ''), nullif(:reference, ''), :reason, :by, :subject, cast(cast(:at as text) as timestamptz), cast(cast(:expires as text) as timestamptz))""";

    private static final String DECIDE = """
            insert into proposal_decision (proposal_id, verdict, decided_by, decided_subject, decided_at, conversion_id, journal_id)
            values (:id, :verdict, :by, :subject, cast(cast(:at as text) as timestamptz), nullif(:conversion, ''), nullif(:journal, ''))""";

    private ProposalTable() {}

    /** The proposal, if there is one. Until the transaction ends nobody else proposes or decides it. */
    static Optional<Proposal> take(Transaction transaction, String id) {
        transaction.rows(LOCK, Map.of("id", id));
        return find(transaction, id);
    }

    static Optional<Proposal> find(Transaction transaction, String id) {
        return transaction.rows(BY_ID, Map.of("id", id)).stream()
                .map(ProposalTable::proposal)
                .findFirst();
    }

    static List<Proposal> ofJourney(Transaction transaction, String journeyId, int max) {
        return transaction.rows(OF_JOURNEY, Map.of("journey", journeyId, "max", max)).stream()
                .map(ProposalTable::proposal)
                .toList();
    }

    static List<Proposal> latest(Transaction transaction, int max) {
        return transaction.rows(LATEST, Map.of("max", max)).stream()
                .map(ProposalTable::proposal)
                .toList();
    }

    static void add(Transaction transaction, Proposal proposal) {
        Demand demand = proposal.demand();
        Map<String, Object> row = new HashMap<>(Map.of(
                "id", proposal.id(),
                "kind", demand.kind(),
                "target", demand.target(),
                "amount", demand.amount().minor(),
                "currency", demand.amount().currency().getCurrencyCode(),
                "reason", demand.reason(),
                "by", proposal.proposedBy().name(),
                "subject", proposal.proposedBy().subject(),
                "at", proposal.proposedAt().toString(),
                "expires", proposal.expiresAt().toString()));
        BreakDemand ofBreak = demand instanceof BreakDemand about ? about : null;
        Account account = ofBreak == null ? null : ofBreak.account();
        String reference = ofBreak == null ? null : ofBreak.reference();
        row.put("account", account == null ? "" : account.name());
        row.put("reference", reference == null ? "" : reference);
        transaction.run(INSERT, row);
    }

    static void decide(Transaction transaction, String id, Decision decision) {
        transaction.run(
                DECIDE,
                Map.of(
                        "id", id,
                        "verdict", decision.verdict().name(),
                        "by", decision.by().name(),
                        "subject", decision.by().subject(),
                        "at", decision.at().toString(),
                        "conversion", decision.conversionId() == null ? "" : decision.conversionId(),
                        "journal", decision.journalId() == null ? "" : decision.journalId()));
    }

    private static Proposal proposal(Object[] row) {
        return new Proposal(
                (String) row[0],
                demand(row),
                new Author((String) row[6], (String) row[7]),
                Columns.instant(row[8]),
                Columns.instant(row[9]),
                row[10] == null ? null : decision(row));
    }

    private static Money money(Object[] row) {
        return Money.of(((Number) row[3]).longValue(), (String) row[4]);
    }

    private static Demand demand(Object[] row) {
        String kind = (String) row[1];
        String target = (String) row[2];
        Money amount = money(row);
        String reason = (String) row[5];
        return switch (kind) {
            case "RELEASE", "EXPLAIN", "BOOK" ->
                new BreakDemand(
                        BreakDemand.Kind.valueOf(kind),
                        target,
                        amount,
                        row[16] == null ? null : new Account((String) row[16]),
                        (String) row[17],
                        reason);
            case "CORRECTION" -> new Demand.Correction(target, amount, reason);
            case "REFUND" -> new Demand.Refund(target, amount, reason);
            default -> throw new IllegalStateException("proposal of an unknown kind: " + kind);
        };
    }

    private static Decision decision(Object[] row) {
        @Nullable String conversion = (String) row[14];
        return new Decision(
                Verdict.valueOf((String) row[10]),
                new Author((String) row[11], (String) row[12]),
                Columns.instant(row[13]),
                conversion,
                (String) row[15]);
    }
}
