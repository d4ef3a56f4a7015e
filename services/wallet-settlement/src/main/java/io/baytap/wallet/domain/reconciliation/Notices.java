package io.baytap.wallet.domain.reconciliation;

import java.util.List;

/** Where notified entries are kept. An outage is a {@code StorageOutage}. */
public interface Notices {

    /** What became of them. {@code changed}: told otherwise before; the first stands, the statement decides. */
    record Taken(int fresh, List<String> changed) {}

    /** Keeps entries that are new, by their references. */
    Taken take(String source, List<BankEntry> entries);
}
