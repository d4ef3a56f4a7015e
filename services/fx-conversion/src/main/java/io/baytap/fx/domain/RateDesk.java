package io.baytap.fx.domain;

import io.baytap.fx.domain.Proposal.Decision;
import io.baytap.fx.domain.Proposal.Objection;
import io.baytap.fx.domain.Proposal.Verdict;
import io.baytap.fx.domain.Proposals.Change;
import io.baytap.fx.domain.Sifting.Sieve;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Rates that people propose, their own or a publisher's table: one proposes, another approves, and only then they are published. */
public final class RateDesk {

    /** Undecided proposals: more would be a mistake of somebody's program. */
    public static final int PENDING_MAX = 1_000;

    private static final int ID_DIGITS = 24;

    private final Proposals proposals;
    private final Sieve sieve;
    private final Duration decisionMax;

    /** @param decisionMax how long a proposal stands */
    public RateDesk(Proposals proposals, Sieve sieve, Duration decisionMax) {
        this.proposals = proposals;
        this.sieve = sieve;
        this.decisionMax = decisionMax;
    }

    /** What became of a proposal or a decision. */
    public sealed interface Outcome {
        /**
         * Kept: the proposal as it now stands.
         *
         * @param refused of a table, what the guard does not believe: its other days are in force, or would be
         */
        record Kept(Proposal proposal, List<RefusedRate> refused) implements Outcome {

            /** With nothing refused. */
            public Kept(Proposal proposal) {
                this(proposal, List.of());
            }
        }

        record Unknown(String id) implements Outcome {}

        record Objected(Proposal proposal, Objection objection) implements Outcome {}

        /** The guard does not believe the rates; the proposal stays as it is, the refusal is recorded. */
        record Guarded(Proposal proposal, List<RefusedRate> refused) implements Outcome {}

        record TooMany() implements Outcome {}
    }

    public List<Proposal> all() {
        return proposals.all();
    }

    /** The same proposal of the same person again is the first one. */
    public Outcome propose(Proposal.Sheet sheet, String person, Instant now) {
        var proposal = new Proposal(id(sheet, person), sheet, person, now, now.plus(decisionMax), null);
        return proposals.change(kept -> {
            Optional<Proposal> before = find(kept, proposal.id());
            if (before.isPresent() && before.get().state(now) != Proposal.State.EXPIRED) {
                return Change.nothing(
                        before.get().decision() == null
                                ? new Outcome.Kept(before.get(), preview(before.get(), now))
                                : new Outcome.Objected(before.get(), Objection.ALREADY_DECIDED));
            }
            if (kept.stream()
                            .filter(each -> each.state(now) == Proposal.State.PENDING)
                            .count()
                    >= PENDING_MAX) {
                return Change.nothing(new Outcome.TooMany());
            }
            return new Change<>(
                    List.of(proposal),
                    new Sifting(List.of(), List.of()),
                    new Outcome.Kept(proposal, preview(proposal, now)));
        });
    }

    /** What the guard would refuse of a table if it were approved now: the second person should know. */
    private List<RefusedRate> preview(Proposal proposal, Instant now) {
        return proposal.sheet().isTable() ? sieve.sift(proposal.rates(now), now).refused() : List.of();
    }

    /** An approval publishes the rates in the same breath. */
    public Outcome decide(String id, Verdict verdict, String person, Instant now) {
        return proposals.change(kept -> {
            Optional<Proposal> found = find(kept, id);
            if (found.isEmpty()) {
                return Change.nothing(new Outcome.Unknown(id));
            }
            Proposal proposal = found.get();
            var decision = new Decision(verdict, person, now);
            Optional<Objection> objection = proposal.objection(decision);
            if (objection.isPresent()) {
                return Change.nothing(new Outcome.Objected(proposal, objection.get()));
            }
            if (verdict == Verdict.REJECTED) {
                return new Change<>(
                        List.of(proposal.decided(decision)),
                        new Sifting(List.of(), List.of()),
                        new Outcome.Kept(proposal.decided(decision)));
            }
            return approve(proposal, decision);
        });
    }

    private Change<Outcome> approve(Proposal proposal, Decision decision) {
        List<Rate> rates = proposal.rates(decision.at());
        Sifting sifted =
                proposal.sheet().overridesGuard() ? new Sifting(rates, List.of()) : sieve.sift(rates, decision.at());
        // A person's own rates come all or none; of a publisher's table each day stands by itself.
        boolean whole = !proposal.sheet().isTable() || sifted.accepted().isEmpty();
        if (whole && !sifted.refused().isEmpty()) {
            return new Change<>(
                    List.of(),
                    new Sifting(List.of(), sifted.refused()),
                    new Outcome.Guarded(proposal, sifted.refused()));
        }
        Proposal approved = proposal.decided(decision);
        return new Change<>(List.of(approved), sifted, new Outcome.Kept(approved, sifted.refused()));
    }

    private static Optional<Proposal> find(List<Proposal> kept, String id) {
        return kept.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static String id(Proposal.Sheet sheet, String person) {
        String cause = person + "\n" + sheet.text();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
            return "proposal:" + HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
