package io.baytap.wallet.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A demand that one person makes and another has to approve before it is booked.
 *
 * @param id derives from the demand
 * @param expiresAt who has not decided before it can no longer
 * @param decision null while nobody has decided
 */
public record Proposal(
        String id,
        Demand demand,
        Author proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Decision decision) {

    /** Who said something; the subject decides whether two are one person. */
    public record Author(String name, String subject) {
        static Author of(Person person) {
            return new Author(person.name(), person.subject());
        }
    }

    /**
     * What the second person said.
     *
     * @param conversionId what was booked of a journey; null if it was rejected, or about a break
     * @param journalId what was booked of a break; null if nothing was
     */
    public record Decision(
            Verdict verdict,
            Author by,
            Instant at,
            @Nullable String conversionId,
            @Nullable String journalId) {}

    /** Stable: it stands in the table. */
    public enum Verdict {
        APPROVED,
        REJECTED
    }

    /** Where it stands. Stable: callers read the names. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        EXPIRED
    }

    /** One that nobody has decided yet. */
    public static Proposal of(Demand demand, Person by, Instant now, ProposalTime time) {
        return new Proposal(demand.id(), demand, Author.of(by), now, now.plus(time.max()), null);
    }

    /**
     * The same, decided.
     *
     * @param conversionId what an approval booked
     */
    public Proposal decided(Verdict verdict, Person by, Instant now, @Nullable String conversionId) {
        return new Proposal(
                id,
                demand,
                proposedBy,
                proposedAt,
                expiresAt,
                new Decision(verdict, Author.of(by), now, conversionId, null));
    }

    /**
     * The same, approved.
     *
     * @param journalId what was booked of a break; null if no money moves
     */
    public Proposal approved(Person by, Instant now, @Nullable String journalId) {
        return new Proposal(
                id,
                demand,
                proposedBy,
                proposedAt,
                expiresAt,
                new Decision(Verdict.APPROVED, Author.of(by), now, null, journalId));
    }

    public State state(Instant now) {
        if (decision != null) {
            return decision.verdict() == Verdict.APPROVED ? State.APPROVED : State.REJECTED;
        }
        return now.isBefore(expiresAt) ? State.PENDING : State.EXPIRED;
    }

    /** What speaks against that decision of that person now; empty if it counts. */
    public Optional<Objection> objection(Verdict verdict, Person by, Instant now) {
        State state = state(now);
        return switch (state) {
            case APPROVED, REJECTED -> Optional.of(new Objection.AlreadyDecided(id, state));
            case EXPIRED -> Optional.of(new Objection.Expired(id, expiresAt));
            case PENDING ->
                verdict == Verdict.APPROVED && by.subject().equals(proposedBy.subject())
                        ? Optional.of(new Objection.SamePerson(id, proposedBy.name()))
                        : Optional.empty();
        };
    }

    /** State and content in a line, for the audit trail. */
    public String describe(Instant now) {
        String journal = decision == null ? null : decision.conversionId();
        if (decision != null && journal == null) {
            journal = decision.journalId();
        }
        String booked = journal == null ? "" : ", booked as " + journal;
        return state(now) + ": " + demand.kind() + " of " + demand.target() + " by " + demand.amount() + ", \""
                + demand.reason() + "\"" + booked;
    }

    /** Of what is booked when it is approved: {@code fare:<id>}, in the place of a fare's id. */
    public String fareId() {
        return "fare:" + id;
    }
}
