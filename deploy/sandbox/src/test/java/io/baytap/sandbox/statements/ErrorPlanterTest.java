package io.baytap.sandbox.statements;

import static io.baytap.sandbox.statements.Examples.DAY;
import static io.baytap.sandbox.statements.Examples.WEIXIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.statements.ErrorPlanter.Told;
import io.baytap.sandbox.statements.PlantedError.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle undoes each error by its description alone, and must be left with what happened. */
class ErrorPlanterTest {

    private static final int SEEDS = 2000;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsToldIsWhatHappenedAndTheErrorsThatAreListed(long seed) {
        var random = new SplittableRandom(seed);
        List<StatementLine> right = Examples.lines(random, random.nextInt(40));

        Told told = new ErrorPlanter(seed, WEIXIN, DAY).plant(right);

        var mended = new ArrayList<>(told.today());
        told.errors().forEach(error -> mend(error, mended, told.tomorrow(), right));
        assertThat(mended).containsExactlyInAnyOrderElementsOf(right);
        assertThat(told.errors()).extracting(PlantedError::name).doesNotHaveDuplicates();
        assertThat(told.errors()).extracting(PlantedError::reference).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedAndTradesGiveTheSameErrorsInWhateverOrderTheyAreListed(long seed) {
        List<StatementLine> right = Examples.lines(new SplittableRandom(seed), 20);

        Told told = new ErrorPlanter(seed, WEIXIN, DAY).plant(right);
        Told again = new ErrorPlanter(seed, WEIXIN, DAY).plant(right.reversed());

        assertThat(again.errors()).isEqualTo(told.errors());
        assertThat(again.today()).isEqualTo(told.today());
    }

    @Test
    void aDayWithEnoughTradesHasOneErrorOfEachName() {
        List<StatementLine> right = Examples.lines(new SplittableRandom(1), 40);

        List<PlantedError> errors =
                new ErrorPlanter(1, WEIXIN, DAY).plant(right).errors();

        assertThat(errors)
                .extracting(PlantedError::name)
                .containsExactly(
                        Name.LINE_MISSING,
                        Name.LINE_DOUBLED,
                        Name.AMOUNT_DIFFERS,
                        Name.RATE_DIFFERS,
                        Name.LINE_LATE,
                        Name.REFUNDED_TWICE);
    }

    @Test
    void aDayWithTwoPaymentsHasTwoErrors() {
        List<StatementLine> right = List.of(
                StatementLine.of(Examples.payment("t1", 500, Examples.MORNING)),
                StatementLine.of(Examples.payment("t2", 600, Examples.MORNING)));

        Told told = new ErrorPlanter(1, WEIXIN, DAY).plant(right);

        assertThat(told.errors()).extracting(PlantedError::name).containsExactly(Name.LINE_MISSING, Name.LINE_DOUBLED);
        assertThat(told.today()).hasSize(2);
    }

    @Test
    void aPayoutIsShortByAFewDollarsAndNeverNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var batches = List.of(
                    new Settlement(WEIXIN, DAY, "1900001000", "CNY", 10_000, 300, 0),
                    new Settlement(WEIXIN, DAY, "1900001001", "CNY", 3, 0, 0),
                    new Settlement(WEIXIN, DAY, "1900001002", "CNY", 0, 500, 0),
                    new Settlement(WEIXIN, DAY.minusDays(1), "1900001003", "CNY", 9_000, 0, 0));

            PlantedError error =
                    new ErrorPlanter(seed, WEIXIN, DAY).shortPayout(batches).orElseThrow();

            assertThat(error.reference()).isIn("2026040919000001001900001000", "2026040919000001001900001001");
            assertThat(error.expectedMinor()).isIn(9_700L, 3L);
            assertThat(error.toldMinor()).isPositive().isLessThan(error.expectedMinor());
            assertThat(error.expectedMinor() - error.toldMinor()).isLessThanOrEqualTo(500);
        }
    }

    private static void mend(
            PlantedError error, List<StatementLine> told, List<StatementLine> tomorrow, List<StatementLine> happened) {
        StatementLine right = happened.stream()
                .filter(line -> reference(line).equals(error.reference()))
                .findFirst()
                .orElseThrow();
        assertThat(error.expectedMinor()).isEqualTo(right.minor());
        switch (error.name()) {
            case LINE_MISSING -> {
                assertThat(error.toldMinor()).isZero();
                assertThat(tomorrow).doesNotContain(right);
                told.add(right);
            }
            case LINE_LATE -> {
                assertThat(error.toldMinor()).isZero();
                assertThat(tomorrow).containsExactly(right);
                told.add(right);
            }
            case LINE_DOUBLED -> {
                assertThat(error.toldMinor()).isEqualTo(2 * right.minor());
                assertThat(told.remove(right)).isTrue();
            }
            case AMOUNT_DIFFERS -> {
                assertThat(error.toldMinor() - right.minor()).isBetween(10L, 990L);
                assertThat(told.remove(right.withMinor(error.toldMinor()))).isTrue();
                told.add(right);
            }
            case RATE_DIFFERS -> {
                assertThat(error.toldMinor()).isEqualTo(right.minor());
                assertThat(error.toldRate()).isNotEqualTo(StatementLine.PAR);
                assertThat(told.remove(right.withRate(error.toldRate()))).isTrue();
                told.add(right);
            }
            case REFUNDED_TWICE -> {
                List<StatementLine> both = told.stream()
                        .filter(line -> reference(line).equals(error.reference()))
                        .toList();
                assertThat(both).hasSize(2).contains(right);
                assertThat(both.getFirst().refundId())
                        .isNotEqualTo(both.getLast().refundId());
                told.removeIf(line -> reference(line).equals(error.reference()) && !line.equals(right));
            }
            case PAYOUT_SHORT, DEAL_RATE_DIFFERS -> throw new AssertionError("no error of a statement: " + error);
        }
    }

    private static String reference(StatementLine line) {
        return line.movement() instanceof Movement.Refund refund
                ? refund.outRefundNo()
                : line.movement().payment().outTradeNo();
    }
}
