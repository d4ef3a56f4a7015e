package io.baytap.wallet.leader;

import io.baytap.wallet.domain.ValueDates;
import io.baytap.wallet.domain.reconciliation.BreakReason;
import io.baytap.wallet.domain.reconciliation.MissingStatement;
import io.baytap.wallet.domain.reconciliation.NoticeSource;
import io.baytap.wallet.domain.reconciliation.Notices;
import io.baytap.wallet.domain.reconciliation.Notified;
import io.baytap.wallet.domain.reconciliation.Received;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Sources;
import io.baytap.wallet.domain.reconciliation.Statement;
import io.baytap.wallet.domain.reconciliation.StatementSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks for statements that are due and not here, and for what the bank notified. */
public final class StatementIntake {

    private static final Logger LOG = Logger.getLogger(StatementIntake.class);
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    /** Statements that were not to be had yet are asked for again with the days after, for so long; missing ones longer. */
    private static final int LOOK_BACK_DAYS = 7;

    private final List<StatementSource> sources;
    private final List<NoticeSource> notices;
    private final Reconciliations reconciliations;
    private final Notices kept;
    private final ValueDates bankDays;

    /** @param bankDays on other days than those of a currency the bank owes no statement of its account */
    public StatementIntake(
            List<StatementSource> sources,
            List<NoticeSource> notices,
            Reconciliations reconciliations,
            Notices kept,
            ValueDates bankDays) {
        this.sources = List.copyOf(sources);
        this.notices = List.copyOf(notices);
        this.reconciliations = reconciliations;
        this.kept = kept;
        this.bankDays = bankDays;
    }

    /** What came of asking: {@code fresh} counts statements and notified entries that were not here before. */
    static final class Asked {
        private final List<String> problems = new ArrayList<>();
        private final List<MissingStatement> missing = new ArrayList<>();
        private int fresh;

        List<String> problems() {
            return problems;
        }

        List<MissingStatement> missing() {
            return missing;
        }

        int fresh() {
            return fresh;
        }
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /**
     * Asks for the statements of the days up to {@code last} that are not here.
     *
     * @param changes also for those of {@code last} that are here: whether one was changed is worth knowing
     */
    Asked ask(LocalDate last, Instant now, boolean changes) {
        var asked = new Asked();
        SortedSet<LocalDate> days = days(last);
        notices.forEach(source -> {
            days.stream()
                    .filter(day -> !reconciliations.holds(source.name(), day))
                    .forEach(day -> hear(source, day, asked));
            if (dayOf(now).isAfter(last)) {
                hear(source, dayOf(now), asked);
            }
        });
        days.forEach(day -> sources.forEach(source -> {
            boolean held = reconciliations.holds(source.name(), day);
            if (!held || (changes && day.equals(last))) {
                take(source, day, now, asked);
            }
        }));
        return asked;
    }

    private SortedSet<LocalDate> days(LocalDate last) {
        LocalDate first = reconciliations.firstDay().orElse(last);
        LocalDate from = first.isAfter(last.minusDays(LOOK_BACK_DAYS)) ? first : last.minusDays(LOOK_BACK_DAYS);
        SortedSet<LocalDate> days = from.isAfter(last)
                ? new TreeSet<>()
                : from.datesUntil(last.plusDays(1)).collect(Collectors.toCollection(TreeSet::new));
        reconciliations.open().stream()
                .filter(view -> view.found().reason() == BreakReason.STATEMENT_MISSING)
                .forEach(view -> days.add(view.found().since()));
        return days;
    }

    private void hear(NoticeSource source, LocalDate day, Asked asked) {
        switch (source.fetch(day)) {
            case Notified.Entries told -> {
                Notices.Taken taken = kept.take(source.name(), told.entries());
                asked.fresh += taken.fresh();
                asked.problems.addAll(taken.changed());
            }
            case Notified.Failed failed -> {
                LOG.warnf("notifications of %s, %s: %s", source.name(), day, failed.reason());
                asked.problems.add("notifications of " + source.name() + " of " + day + ": " + failed.reason());
            }
        }
    }

    private void take(StatementSource source, LocalDate day, Instant now, Asked asked) {
        String what = source.name() + " of " + day;
        switch (source.fetch(day)) {
            case Received.Good good -> take(good.statement(), now, what, asked);
            case Received.Empty empty -> {
                if (reconciliations.traded(schemeOf(source), day)) {
                    missing(source, day, asked);
                    asked.problems.add(what + ": NO_STATEMENT_EXIST, and the ledger has debits or refunds of that day");
                } else {
                    take(empty.statement(), now, what, asked);
                }
            }
            case Received.NotYet notYet -> {
                missing(source, day, asked);
                asked.problems.add(what + ": " + notYet.reason());
            }
            case Received.Refused refused -> {
                LOG.errorf("%s was refused: %s", what, refused.reason());
                missing(source, day, asked);
                asked.problems.add(what + " was refused: " + refused.reason());
            }
        }
    }

    private void take(Statement statement, Instant now, String what, Asked asked) {
        switch (reconciliations.take(statement, dayOf(now), now)) {
            case NEW -> asked.fresh++;
            case KNOWN -> {}
            case REISSUED -> {
                asked.fresh++;
                asked.problems.add(what + ": another one is here already, this one was refused");
            }
        }
    }

    private void missing(StatementSource source, LocalDate day, Asked asked) {
        boolean owed = !Sources.isBank(source.name())
                || bankDays.isBankDay(Sources.currency(source.name()).getCurrencyCode(), day);
        if (owed && !reconciliations.holds(source.name(), day)) {
            asked.missing.add(new MissingStatement(source.name(), day));
        }
    }

    private static String schemeOf(StatementSource source) {
        return source.name().substring(source.name().lastIndexOf(':') + 1);
    }

    static LocalDate dayOf(Instant now) {
        return now.atZone(HONG_KONG).toLocalDate();
    }
}
