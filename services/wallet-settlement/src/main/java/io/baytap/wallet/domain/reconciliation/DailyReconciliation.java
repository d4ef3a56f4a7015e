package io.baytap.wallet.domain.reconciliation;

import io.baytap.wallet.domain.reconciliation.Reconciliations.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reconciles a day, whoever asks: the clock, or a person. */
public interface DailyReconciliation {

    /** Whether there is anything to compare the ledger with. */
    boolean hasSources();

    /**
     * Asks for the day's statements, and for those of days before that are not here; matches all that is open.
     *
     * @param day whose statements are due
     * @param now business time; ages count to its day
     */
    Run reconcile(LocalDate day, Instant now);

    /**
     * Asks again for statements up to that day that are due and not here, and for what the bank notified; matches what is
     * open if anything came.
     */
    Optional<Run> askAgain(LocalDate day, Instant now);
}
