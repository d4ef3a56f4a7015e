package io.baytap.wallet.storage;

import static java.util.Objects.requireNonNull;

import io.baytap.wallet.domain.AuditEntry;
import io.baytap.wallet.domain.AuditEntry.Action;
import io.baytap.wallet.domain.BookedJourney;
import io.baytap.wallet.domain.BreakDemand;
import io.baytap.wallet.domain.BreakRules;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Demand;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Objection;
import io.baytap.wallet.domain.Outcome.Corrected;
import io.baytap.wallet.domain.Person;
import io.baytap.wallet.domain.Proposal;
import io.baytap.wallet.domain.Proposal.Verdict;
import io.baytap.wallet.domain.ProposalRules;
import io.baytap.wallet.domain.ProposalRules.Result;
import io.baytap.wallet.domain.ProposalTime;
import io.baytap.wallet.domain.Proposals;
import io.baytap.wallet.domain.SchemeTerms;
import io.baytap.wallet.storage.JourneyTable.Left;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposals in PostgreSQL: a step, what it books and its place in the audit trail are one transaction. */
@ApplicationScoped
class ProposalStore implements Proposals {

    private final Database database;
    private final OutboxTable outbox;
    private final BusinessClock clock;
    private final ProposalTime time;
    private final SchemeTerms terms;

    ProposalStore(Database database, OutboxTable outbox, BusinessClock clock, ProposalTime time, SchemeTerms terms) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.time = time;
        this.terms = terms;
    }

    @Override
    public Outcome propose(Demand demand, Person by, Instant now) {
        return database.transaction(transaction -> {
            Optional<Proposal> known = ProposalTable.take(transaction, demand.id());
            Outcome outcome = known.map(first -> again(first, now))
                    .orElseGet(() -> keep(transaction, Proposal.of(demand, by, now, time)));
            record(transaction, new Step(by, Action.PROPOSE, demand.id(), now), known, outcome);
            return outcome;
        });
    }

    private static Outcome again(Proposal first, Instant now) {
        Proposal.State state = first.state(now);
        return state == Proposal.State.PENDING
                ? new Outcome.Kept(first, false)
                : new Outcome.Refused(new Objection.AlreadyDecided(first.id(), state));
    }

    private Outcome keep(Transaction transaction, Proposal proposal) {
        if (proposal.demand() instanceof BreakDemand demand) {
            return switch (BreakDesk.rule(transaction, demand, proposal.id(), at(proposal))) {
                case BreakRules.Result.Refused(Objection objection) -> new Outcome.Refused(objection);
                case BreakRules.Result.Resolved _ -> kept(transaction, proposal);
            };
        }
        return switch (rule(transaction, proposal)) {
            case Result.Refused(Objection objection) -> new Outcome.Refused(objection);
            case Result.Booked _ -> kept(transaction, proposal);
        };
    }

    private static Outcome kept(Transaction transaction, Proposal proposal) {
        ProposalTable.add(transaction, proposal);
        return new Outcome.Kept(proposal, true);
    }

    @Override
    public Outcome decide(String proposalId, Verdict verdict, Person by, Instant now) {
        return database.transaction(transaction -> {
            Optional<Proposal> known = ProposalTable.take(transaction, proposalId);
            Outcome outcome = known.map(proposal -> proposal.objection(verdict, by, now)
                            .<Outcome>map(Outcome.Refused::new)
                            .orElseGet(() -> follow(transaction, proposal, verdict, by, now)))
                    .orElseGet(() -> new Outcome.Refused(new Objection.Unknown(proposalId)));
            Action action = verdict == Verdict.APPROVED ? Action.APPROVE : Action.REJECT;
            record(transaction, new Step(by, action, proposalId, now), known, outcome);
            return outcome;
        });
    }

    private Outcome follow(Transaction transaction, Proposal proposal, Verdict verdict, Person by, Instant now) {
        if (verdict == Verdict.REJECTED) {
            return decided(transaction, proposal.decided(verdict, by, now, null));
        }
        if (proposal.demand() instanceof BreakDemand demand) {
            return resolve(transaction, proposal, demand, by, now);
        }
        return switch (rule(transaction, proposal)) {
            case Result.Refused(Objection objection) -> new Outcome.Refused(objection);
            case Result.Booked(Conversion conversion) -> {
                LocalDate day = LedgerStore.book(
                        transaction, conversion, terms, proposal.demand().onlyCharge());
                outbox.add(transaction, List.of(new Corrected(conversion, day)));
                yield decided(transaction, proposal.decided(verdict, by, now, conversion.id()));
            }
        };
    }

    private Outcome resolve(Transaction transaction, Proposal proposal, BreakDemand demand, Person by, Instant now) {
        Instant at = at(proposal);
        return switch (BreakDesk.rule(transaction, demand, proposal.id(), at)) {
            case BreakRules.Result.Refused(Objection objection) -> new Outcome.Refused(objection);
            case BreakRules.Result.Resolved(@Nullable Journal journal) -> {
                Proposal approved = proposal.approved(by, now, journal == null ? null : journal.id());
                var told = BreakDesk.resolve(transaction, approved, demand, Optional.ofNullable(journal), at);
                outbox.add(transaction, List.of(told));
                yield decided(transaction, approved);
            }
        };
    }

    /** Business time; people's, while a replayed day has not begun. */
    private Instant at(Proposal proposal) {
        return clock.now().orElse(proposal.proposedAt());
    }

    private static Outcome decided(Transaction transaction, Proposal proposal) {
        ProposalTable.decide(transaction, proposal.id(), requireNonNull(proposal.decision()));
        return new Outcome.Kept(proposal, true);
    }

    private Result rule(Transaction transaction, Proposal proposal) {
        return switch (proposal.demand()) {
            case BreakDemand demand -> throw new IllegalArgumentException(demand.kind() + " is not about a journey");
            case Demand.Correction correction ->
                JourneyTable.take(transaction, correction.journeyId())
                        .map(journey -> ProposalRules.correct(correction, journey, proposal.fareId(), at(journey)))
                        .orElseGet(() -> unknown(correction.journeyId()));
            case Demand.Refund refund ->
                JourneyTable.left(transaction, refund.chargeId())
                        .flatMap(charge -> JourneyTable.take(transaction, charge.journeyId()))
                        .map(journey -> refund(transaction, refund, journey, proposal.fareId()))
                        .orElseGet(() -> unknown(refund.chargeId()));
        };
    }

    /** What is left is read again: now that the charge is locked, it stays. */
    private Result refund(Transaction transaction, Demand.Refund refund, BookedJourney journey, String fareId) {
        Left left = JourneyTable.left(transaction, refund.chargeId()).orElseThrow();
        return ProposalRules.refund(refund, left.status(), left.left(), journey, fareId, at(journey));
    }

    private static Result unknown(String id) {
        return new Result.Refused(new Objection.Unknown(id));
    }

    private Instant at(BookedJourney journey) {
        return clock.now().orElse(journey.latest());
    }

    @Override
    public Optional<Proposal> find(String proposalId) {
        return database.transaction(transaction -> ProposalTable.find(transaction, proposalId));
    }

    @Override
    public List<Proposal> ofJourney(String journeyId, int max) {
        return database.transaction(transaction -> ProposalTable.ofJourney(transaction, journeyId, max));
    }

    @Override
    public List<Proposal> latest(int max) {
        return database.transaction(transaction -> ProposalTable.latest(transaction, max));
    }

    private record Step(Person by, Action action, String proposalId, Instant now) {}

    private static void record(Transaction transaction, Step step, Optional<Proposal> known, Outcome outcome) {
        @Nullable
        String before = known.map(proposal -> proposal.state(step.now).name()).orElse(null);
        AuditTable.add(
                transaction,
                switch (outcome) {
                    case Outcome.Kept(Proposal proposal, boolean _) ->
                        AuditEntry.done(step.by, step.action, step.proposalId, before, proposal.describe(step.now));
                    case Outcome.Refused(Objection objection) ->
                        AuditEntry.refused(step.by, step.action, step.proposalId, before, objection.code());
                });
    }
}
