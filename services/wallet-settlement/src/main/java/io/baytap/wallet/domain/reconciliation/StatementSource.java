package io.baytap.wallet.domain.reconciliation;

import java.time.LocalDate;

/** Somebody who keeps statements. */
public interface StatementSource {

    /** see {@link Sources}. */
    String name();

    /** The statement of a day. */
    Received fetch(LocalDate day);
}
