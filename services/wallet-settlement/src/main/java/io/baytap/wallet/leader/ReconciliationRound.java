package io.baytap.wallet.leader;

import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.reconciliation.DailyReconciliation;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reconciles days when their statements are due, one after the other, on the replica that leads. */
public final class ReconciliationRound {

    private static final Logger LOG = Logger.getLogger(ReconciliationRound.class);

    private final Leadership leadership;
    private final DailyReconciliation reconciler;
    private final Reconciliations reconciliations;
    private final BusinessClock clock;
    private final CutOff due;
    private volatile @Nullable LocalDate done;

    /** @param due the time of day from which the statements of the day before are there */
    public ReconciliationRound(
            Leadership leadership,
            DailyReconciliation reconciler,
            Reconciliations reconciliations,
            BusinessClock clock,
            CutOff due) {
        this.leadership = leadership;
        this.reconciler = reconciler;
        this.reconciliations = reconciliations;
        this.clock = clock;
        this.due = due;
    }

    /** To be called every now and then; an outage is met by the next call. */
    public void round() {
        try {
            clock.now().filter(_ -> reconciler.hasSources()).ifPresent(this::upTo);
        } catch (StorageOutage e) {
            LOG.warnf("days cannot be reconciled: %s", e.getMessage());
        }
    }

    private void upTo(Instant now) {
        LocalDate last = due.lastClosed(now);
        if (last.equals(done)) {
            return;
        }
        boolean led = leadership.lead(() -> next(last)
                .ifPresent(first -> first.datesUntil(last.plusDays(1)).forEach(day -> reconciler.reconcile(day, now))));
        if (led) {
            done = last;
        }
    }

    /** The first day that is due and was not reconciled; none if the ledger has no debits yet. */
    private Optional<LocalDate> next(LocalDate last) {
        return reconciliations
                .lastDay()
                .map(day -> day.plusDays(1))
                .or(reconciliations::firstDay)
                .filter(day -> !day.isAfter(last));
    }
}
