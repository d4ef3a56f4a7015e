package io.baytap.wallet.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where proposals are kept. Every step stands in the audit trail, refused ones too. */
public interface Proposals {

    /** What became of a step. */
    sealed interface Outcome {

        /**
         * It counts.
         *
         * @param changed false if this had been done before
         */
        record Kept(Proposal proposal, boolean changed) implements Outcome {}

        record Refused(Objection objection) implements Outcome {}
    }

    /** Keeps a demand that could be booked now; the same demand again is the first one. */
    Outcome propose(Demand demand, Person by, Instant now);

    /**
     * Decides. An approval books in the same transaction, by what is booked of the journey then. A second decision
     * changes nothing.
     */
    Outcome decide(String proposalId, Proposal.Verdict verdict, Person by, Instant now);

    Optional<Proposal> find(String proposalId);

    /** About a journey or a charge of it; the latest first. */
    List<Proposal> ofJourney(String journeyId, int max);

    /** The latest first. */
    List<Proposal> latest(int max);
}
