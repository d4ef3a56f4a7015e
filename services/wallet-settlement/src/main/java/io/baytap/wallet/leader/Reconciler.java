package io.baytap.wallet.leader;

import io.baytap.wallet.domain.reconciliation.DailyReconciliation;
import io.baytap.wallet.domain.reconciliation.Received;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Reconciliations.Run;
import io.baytap.wallet.domain.reconciliation.Reconciliations.Taken;
import io.baytap.wallet.domain.reconciliation.Statement;
import io.baytap.wallet.domain.reconciliation.StatementSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Reconciles a day: fetches what is not here of its statements, and of those before it, and matches all that is open. */
public final class Reconciler implements DailyReconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    /** Statements that were not to be had yet are asked for again with the days after, for so long. */
    private static final int LOOK_BACK_DAYS = 7;

    private final List<StatementSource> sources;
    private final Reconciliations reconciliations;

    public Reconciler(List<StatementSource> sources, Reconciliations reconciliations) {
        this.sources = List.copyOf(sources);
        this.reconciliations = reconciliations;
    }

    @Override
    public boolean hasSources() {
        return !sources.isEmpty();
    }

    @Override
    public Run reconcile(LocalDate day, Instant now) {
        List<String> problems = new ArrayList<>();
        LocalDate first = reconciliations.firstDay().orElse(day);
        LocalDate from = first.isAfter(day.minusDays(LOOK_BACK_DAYS)) ? first : day.minusDays(LOOK_BACK_DAYS);
        from.datesUntil(day.plusDays(1))
                .forEach(each -> sources.forEach(source -> {
                    // What is here is not asked for again, but for the day itself: whether it was changed is worth
                    // knowing.
                    if (each.equals(day) || !reconciliations.holds(source.name(), each)) {
                        take(source, each, now, problems);
                    }
                }));
        Run run = reconciliations.run(day, dayOf(now), now, problems);
        String what = "reconciled %s: %d matched, %d explained, %d pending, %d broken"
                .formatted(day, run.matched(), run.explained(), run.pending(), run.broken());
        if (problems.isEmpty()) {
            LOG.info(what);
        } else {
            LOG.warnf("%s; %d statements are not here: %s", what, problems.size(), problems);
        }
        return run;
    }

    private void take(StatementSource source, LocalDate day, Instant now, List<String> problems) {
        String what = source.name() + " of " + day;
        switch (source.fetch(day)) {
            case Received.Good good -> take(good.statement(), now, what, problems);
            case Received.Empty empty -> {
                if (reconciliations.traded(schemeOf(source), day)) {
                    problems.add(what + ": NO_STATEMENT_EXIST, and the ledger has debits or refunds of that day");
                } else {
                    take(empty.statement(), now, what, problems);
                }
            }
            case Received.NotYet notYet -> problems.add(what + ": " + notYet.reason());
            case Received.Refused refused -> {
                LOG.errorf("%s was refused: %s", what, refused.reason());
                problems.add(what + " was refused: " + refused.reason());
            }
        }
    }

    private void take(Statement statement, Instant now, String what, List<String> problems) {
        if (reconciliations.take(statement, dayOf(now), now) == Taken.REISSUED) {
            problems.add(what + ": another one is here already, this one was refused");
        }
    }

    private static String schemeOf(StatementSource source) {
        return source.name().substring(source.name().lastIndexOf(':') + 1);
    }

    private static LocalDate dayOf(Instant now) {
        return now.atZone(HONG_KONG).toLocalDate();
    }
}
