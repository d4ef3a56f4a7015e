package io.baytap.wallet.leader;

import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.reconciliation.DailyReconciliation;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import java.time.Duration;
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
    private final Duration askAgain;
    private volatile @Nullable LocalDate done;
    private volatile Instant asked = Instant.MIN;

    /**
     * A round of a leader.
     *
     * @param due the time of day from which the statements of the day before are there
     * @param askAgain how long to wait before what did not come is asked for again, and notifications of the day
     */
    @SuppressWarnings("TooManyParameters") // who leads, what is done, and when
    public ReconciliationRound(
            Leadership leadership,
            DailyReconciliation reconciler,
            Reconciliations reconciliations,
            BusinessClock clock,
            CutOff due,
            Duration askAgain) {
        this.leadership = leadership;
        this.reconciler = reconciler;
        this.reconciliations = reconciliations;
        this.clock = clock;
        this.due = due;
        this.askAgain = askAgain;
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
        boolean led = false;
        if (!last.equals(done)) {
            led = leadership.lead(_ -> next(last)
                    .ifPresent(first ->
                            first.datesUntil(last.plusDays(1)).forEach(day -> reconciler.reconcile(day, now))));
        } else if (!now.isBefore(asked.plus(askAgain))) {
            led = leadership.lead(_ -> reconciler.askAgain(last, now));
        }
        if (led) {
            done = last;
            asked = now;
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
