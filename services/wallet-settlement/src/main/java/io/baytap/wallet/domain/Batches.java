package io.baytap.wallet.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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

    /** The latest closed batches first. */
    List<Batch> latest(int max);
}
