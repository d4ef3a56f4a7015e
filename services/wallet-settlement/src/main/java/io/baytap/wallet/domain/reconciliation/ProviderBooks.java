package io.baytap.wallet.domain.reconciliation;

import java.time.LocalDate;

/** Where a wallet provider keeps its statements and batches. */
public interface ProviderBooks {

    /** The statement of a day: a table of 38 columns. */
    Fetched statement(LocalDate day);

    /** A page of the settled batches of a merchant and a settlement date, as JSON. */
    Fetched batches(String merchant, LocalDate settlementDate, int offset, int limit);
}
