package io.baytap.wallet.leader;

import io.baytap.wallet.domain.reconciliation.DailyReconciliation;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Reconciliations.Run;
import io.baytap.wallet.leader.StatementIntake.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reconciles a day: asks for what is not here of its statements, and of those before it, and matches all that is open. */
public final class Reconciler implements DailyReconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final StatementIntake intake;
    private final Reconciliations reconciliations;

    public Reconciler(StatementIntake intake, Reconciliations reconciliations) {
        this.intake = intake;
        this.reconciliations = reconciliations;
    }

    @Override
    public boolean hasSources() {
        return !intake.isEmpty();
    }

    @Override
    public Run reconcile(LocalDate day, Instant now) {
        return match(day, now, intake.ask(day, now, true));
    }

    @Override
    public Optional<Run> askAgain(LocalDate day, Instant now) {
        Asked asked = intake.ask(day, now, false);
        return asked.fresh() == 0 ? Optional.empty() : Optional.of(match(day, now, asked));
    }

    private Run match(LocalDate day, Instant now, Asked asked) {
        Run run = reconciliations.run(day, StatementIntake.dayOf(now), now, asked.problems(), asked.missing());
        String what = "reconciled %s: %d matched, %d explained, %d pending, %d broken"
                .formatted(day, run.matched(), run.explained(), run.pending(), run.broken());
        if (asked.problems().isEmpty()) {
            LOG.info(what);
        } else {
            LOG.warnf(
                    "%s; %d statements are not here: %s", what, asked.problems().size(), asked.problems());
        }
        return run;
    }
}
