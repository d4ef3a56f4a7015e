package io.baytap.wallet.domain.reconciliation;

import java.time.LocalDate;

/** Somebody who keeps statements. */
public interface StatementSource {

    /** {@code provider:<scheme>}, {@code settlements:<scheme>:<merchant>}, {@code bank:<account>}. */
    String name();

    /** The statement of a day. */
    Received fetch(LocalDate day);
}
