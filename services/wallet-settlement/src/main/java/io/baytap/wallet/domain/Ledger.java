package io.baytap.wallet.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where journals are kept. Every method either happened or did not; an outage is a {@link StorageOutage}. */
public interface Ledger {

    /**
     * What became of a batch of fares.
     *
     * @param settlementDays by conversion id: the day whose batch pays the operator
     * @param different those whose ids are booked with other content: a defect upstream, and not booked
     */
    record Posted(Map<String, LocalDate> settlementDays, Set<Conversion> different) {}

    /**
     * Books fares and opens their charges and refunds, in one transaction. Fares that are booked already change nothing.
     */
    Posted post(List<Conversion> batch);

    /**
     * Books journals whose ids stand for their content. What is booked already changes nothing.
     *
     * @return those whose ids stand for other content, and which are not booked
     */
    Set<Journal> book(List<Journal> batch);

    Optional<Journal> find(String journalId);

    /** A row per account and currency, in order of both. */
    List<Posting> balances();
}
