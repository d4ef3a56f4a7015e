package io.baytap.wallet.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where journals are kept. Every method either happened or did not; an outage is a {@link StorageOutage}. */
public interface Ledger {

    /**
     * Books fares and opens their charges and refunds, in one transaction. Fares that are booked already change nothing.
     *
     * @return ids of those booked before with other content: a defect upstream, and not booked again
     */
    Set<String> post(List<Conversion> batch);

    Optional<Journal> find(String journalId);

    /** A row per account and currency, in order of both. */
    List<Posting> balances();
}
