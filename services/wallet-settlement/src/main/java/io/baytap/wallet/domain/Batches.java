package io.baytap.wallet.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where closed days are kept. */
public interface Batches {

    /**
     * Closes every business day that is over, each exactly once however many call.
     *
     * @return what this call closed
     * @throws TermOver if another replica leads by now
     */
    List<Batch> close(Closing closing, Instant at, Term term);

    /** The closed batches of a business day, by operator and currency. */
    List<Batch> of(LocalDate day);

    /**
     * What the bank showed of the payment of a batch, by day: none before it did, and several if it was paid in parts or
     * twice. Empty if there is no such batch.
     */
    Optional<List<BankLine>> bankLines(String batchId);

    /** The latest closed batches first. */
    List<Batch> latest(int max);
}
