package io.baytap.wallet.domain;

import java.time.Duration;
import java.util.Optional;

/** Where terms are counted. An outage is a {@code StorageOutage}. */
public interface Terms {

    /** Begins a term, whoever leads: for whom a Kubernetes Lease has elected. */
    Term begin(String holder);

    /** Begins a term unless another holder's lease runs, by the database's clock. */
    Optional<Term> claim(String holder, Duration lease);

    /**
     * Prolongs the lease of a term.
     *
     * @return false if the term is over
     */
    boolean renew(Term term, Duration lease);

    /** Lets others claim at once. */
    void release(Term term);
}
