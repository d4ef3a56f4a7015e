package io.baytap.wallet.domain.reconciliation;

import java.util.List;

/** What came of asking for notifications. */
public sealed interface Notified {

    /** What the bank told of a day so far; may be nothing. */
    record Entries(List<BankEntry> entries) implements Notified {}

    /** Nobody answers, or what came does not hold together: asked for again later, and the statement comes anyway. */
    record Failed(String reason) implements Notified {}
}
