package io.baytap.wallet.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.ValueDates;
import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.BreakReason;
import io.baytap.wallet.domain.reconciliation.MissingStatement;
import io.baytap.wallet.domain.reconciliation.Received;
import io.baytap.wallet.domain.reconciliation.Reconciliations.BreakView;
import io.baytap.wallet.domain.reconciliation.Reconciliations.Run;
import io.baytap.wallet.domain.reconciliation.Statement;
import io.baytap.wallet.domain.reconciliation.StatementSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When statements are asked for, and what is believed. */
class ReconcilerTest {

    private static final String SOURCE = "provider:WEIXIN_PAY";
    private static final LocalDate DAY = LocalDate.parse("2026-04-09");
    private static final Instant MORNING_AFTER = Instant.parse("2026-04-10T02:00:00Z");

    private final PaperReconciliations kept = new PaperReconciliations();
    private final Map<LocalDate, Received> answers = new HashMap<>();
    private final List<LocalDate> asked = new ArrayList<>();
    private final PaperNotices told = new PaperNotices();
    private final Reconciler reconciler = new Reconciler(
            new StatementIntake(
                    List.of(new Answering()), List.of(told), kept, told, new ValueDates(1, Map.of(), Map.of())),
            kept);

    private final class Answering implements StatementSource {
        @Override
        public String name() {
            return SOURCE;
        }

        @Override
        public Received fetch(LocalDate day) {
            asked.add(day);
            return answers.getOrDefault(day, new Received.NotYet("STATEMENT_CREATING"));
        }
    }

    @Test
    void whatIsNotHereYetIsAskedForWithTheNextDaysAndWhatIsHereIsNot() {
        kept.traded.add(DAY);
        reconciler.reconcile(DAY, MORNING_AFTER);
        answers.put(DAY, good(DAY, "a"));
        answers.put(DAY.plusDays(1), good(DAY.plusDays(1), "b"));

        reconciler.reconcile(DAY.plusDays(1), MORNING_AFTER);
        reconciler.reconcile(DAY.plusDays(2), MORNING_AFTER);

        assertThat(asked).containsExactly(DAY, DAY, DAY.plusDays(1), DAY.plusDays(2));
        assertThat(kept.runs.getFirst().problems()).containsExactly(SOURCE + " of 2026-04-09: STATEMENT_CREATING");
        assertThat(kept.runs.get(1).problems()).isEmpty();
    }

    @Test
    void aStatementThatCameAgainWithOtherContentIsAProblem() {
        answers.put(DAY, good(DAY, "a"));
        assertThat(reconciler.reconcile(DAY, MORNING_AFTER).problems()).isEmpty();
        assertThat(reconciler.reconcile(DAY, MORNING_AFTER).problems()).isEmpty();
        answers.put(DAY, good(DAY, "changed"));

        assertThat(reconciler.reconcile(DAY, MORNING_AFTER).problems())
                .containsExactly(SOURCE + " of 2026-04-09: another one is here already, this one was refused");
    }

    @Test
    void thatNothingHappenedIsBelievedOnlyIfNothingDidWithUs() {
        answers.put(DAY, new Received.Empty(statement(DAY, "")));
        answers.put(DAY.plusDays(1), new Received.Empty(statement(DAY.plusDays(1), "")));
        kept.traded.add(DAY);

        Run run = reconciler.reconcile(DAY.plusDays(1), MORNING_AFTER);

        assertThat(run.problems()).singleElement().asString().contains("2026-04-09: NO_STATEMENT_EXIST");
        assertThat(kept.digests).containsOnlyKeys(SOURCE + "2026-04-10");
    }

    @Test
    void aRefusedStatementIsNotKept() {
        answers.put(DAY, new Received.Refused(SOURCE, "line 2: 37 fields, not 38"));

        Run run = reconciler.reconcile(DAY, MORNING_AFTER);

        assertThat(run.problems()).containsExactly(SOURCE + " of 2026-04-09 was refused: line 2: 37 fields, not 38");
        assertThat(kept.digests).isEmpty();
    }

    @Test
    void theLeaderReconcilesEachDayOnceWhenItIsDue() {
        kept.traded.add(DAY);
        Instant[] now = {Instant.parse("2026-04-10T01:59:59Z")};
        ReconciliationRound round = round(now);

        round.round();
        assertThat(kept.runs).as("a second before ten").isEmpty();
        now[0] = MORNING_AFTER;
        round.round();
        round.round();
        now[0] = MORNING_AFTER.plusSeconds(2 * 86_400);
        round.round();

        assertThat(kept.runs).extracting(Run::day).containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2));
    }

    @Test
    void whatIsLateIsAskedForAgainUntilItComesAndIsMissingFromWhenItWasDue() {
        kept.traded.add(DAY);
        Instant[] now = {MORNING_AFTER};
        ReconciliationRound round = round(now);
        round.round();
        assertThat(kept.missing).containsExactly(List.of(new MissingStatement(SOURCE, DAY)));
        asked.clear();

        now[0] = MORNING_AFTER.plusSeconds(30 * 60 - 1);
        round.round();
        assertThat(asked).as("a second before half past").isEmpty();
        now[0] = MORNING_AFTER.plusSeconds(30 * 60);
        round.round();
        assertThat(asked).containsExactly(DAY);
        assertThat(kept.runs).as("nothing came: nothing to match").hasSize(1);
        answers.put(DAY, good(DAY, "a"));
        now[0] = MORNING_AFTER.plusSeconds(60 * 60);
        round.round();
        assertThat(kept.runs).hasSize(2);
        assertThat(kept.missing.getLast()).isEmpty();
        now[0] = MORNING_AFTER.plusSeconds(90 * 60);
        round.round();

        assertThat(asked).as("here: not asked for any more").containsExactly(DAY, DAY);
    }

    @Test
    void aStatementThatIsMissingForWeeksIsStillAskedFor() {
        kept.traded.add(DAY);
        LocalDate later = DAY.plusDays(20);
        var missing = new Break(
                "statement:" + SOURCE + ":" + DAY,
                BreakReason.STATEMENT_MISSING,
                Money.of(0, "CNY"),
                DAY,
                new Break.Sides(null, null, SOURCE + ":" + DAY, null),
                null);
        kept.open.add(new BreakView(missing, 1));

        reconciler.askAgain(later, MORNING_AFTER.plusSeconds(20 * 86_400));

        assertThat(asked).contains(DAY, later.minusDays(7), later).doesNotContain(later.minusDays(8));
    }

    @Test
    void notificationsOfTheDayAreMatchedAsTheyCome() {
        kept.traded.add(DAY);
        answers.put(DAY, good(DAY, "a"));
        Instant[] now = {MORNING_AFTER};
        ReconciliationRound round = round(now);
        round.round();
        assertThat(told.asked).contains(DAY.plusDays(1));
        told.tell("bank:808-1:R1", DAY.plusDays(1));
        now[0] = MORNING_AFTER.plusSeconds(30 * 60);

        round.round();
        now[0] = MORNING_AFTER.plusSeconds(60 * 60);
        round.round();

        assertThat(told.kept).containsExactly("bank:808-1:R1");
        assertThat(kept.runs).as("told again: nothing new to match").hasSize(2);
    }

    @Test
    void theBankOwesNoStatementOfADayOnWhichItIsClosed() {
        LocalDate sunday = LocalDate.parse("2026-04-12");
        kept.traded.add(sunday.minusDays(2));
        var bank = new StatementSource() {
            @Override
            public String name() {
                return "bank:HKD:808-1";
            }

            @Override
            public Received fetch(LocalDate day) {
                return new Received.NotYet("NO_STATEMENT");
            }
        };
        var intake = new StatementIntake(List.of(bank), List.of(), kept, told, new ValueDates(1, Map.of(), Map.of()));

        new Reconciler(intake, kept).reconcile(sunday, MORNING_AFTER);

        assertThat(kept.missing.getLast()).containsExactly(new MissingStatement("bank:HKD:808-1", sunday.minusDays(2)));
    }

    private ReconciliationRound round(Instant[] now) {
        return new ReconciliationRound(
                () -> Optional.of(new Term(1)),
                reconciler,
                kept,
                () -> Optional.of(now[0]),
                new CutOff(LocalTime.of(10, 0)),
                Duration.ofMinutes(30));
    }

    private static Received good(LocalDate day, String digest) {
        return new Received.Good(statement(day, digest));
    }

    private static Statement statement(LocalDate day, String digest) {
        return new Statement(SOURCE, day, Currency.getInstance("CNY"), digest, new Statement.Content.Trades(List.of()));
    }
}
