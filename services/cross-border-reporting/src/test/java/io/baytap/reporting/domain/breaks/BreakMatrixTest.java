package io.baytap.reporting.domain.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.breaks.BreakMatrix.Cell;
import io.baytap.reporting.domain.breaks.BreakMatrix.Line;
import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakMatrixTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

    @ParameterizedTest(name = "{0} days → {1}")
    @CsvSource({
        "0, DAYS_0_TO_1",
        "1, DAYS_0_TO_1",
        "2, DAYS_2_TO_3",
        "3, DAYS_2_TO_3",
        "4, DAYS_4_TO_7",
        "7, DAYS_4_TO_7",
        "8, DAYS_8_AND_MORE",
        "900, DAYS_8_AND_MORE",
        "-1, DAYS_0_TO_1"
    })
    void everyAgeHasItsClass(int ageDays, AgeClass expected) {
        BreakMatrix matrix = BreakMatrix.of(List.of(sum("AMOUNT", ageDays, 1, 100, "HKD")), DAY);

        assertThat(matrix.cells().get(new Line("AMOUNT", "PROVIDER", "HKD"))).containsOnlyKeys(expected);
    }

    @Test
    void daysOfOneClassAddUpAndCurrenciesDoNot() {
        BreakMatrix matrix = BreakMatrix.of(
                List.of(
                        sum("AMOUNT", 2, 3, -500, "HKD"),
                        sum("AMOUNT", 3, 1, 120, "HKD"),
                        sum("AMOUNT", 3, 2, 70, "CNY"),
                        sum("RATE", 9, 1, -1, "HKD")),
                DAY);

        assertThat(matrix.cells())
                .isEqualTo(Map.of(
                        new Line("AMOUNT", "PROVIDER", "HKD"),
                                Map.of(AgeClass.DAYS_2_TO_3, new Cell(4, Money.of(-380, "HKD"))),
                        new Line("AMOUNT", "PROVIDER", "CNY"),
                                Map.of(AgeClass.DAYS_2_TO_3, new Cell(2, Money.of(70, "CNY"))),
                        new Line("RATE", "PROVIDER", "HKD"),
                                Map.of(AgeClass.DAYS_8_AND_MORE, new Cell(1, Money.of(-1, "HKD")))));
        assertThat(matrix.breaks()).isEqualTo(7);
        assertThat(matrix.breaks(AgeClass.DAYS_8_AND_MORE)).isEqualTo(1);
        assertThat(matrix.amounts()).isEqualTo(Map.of("HKD", Money.of(-381, "HKD"), "CNY", Money.of(70, "CNY")));
    }

    @ParameterizedTest(name = "{0} on {1} is {2} days old")
    @CsvSource({
        "OPENED,   2026-04-11, 2",
        "CHANGED,  2026-04-12, 3",
        "OPENED,   2026-04-20, 11",
        "OPENED,   2026-04-01, 0",
        "RESOLVED, 2026-04-20, 2"
    })
    void aBreakAgesUntilItIsResolved(String transition, LocalDate day, int expected) {
        // 2026-04-11 in Hong Kong already.
        Instant toldAt = Instant.parse("2026-04-10T16:30:00Z");
        BreakLine line = new BreakLine(
                "break:x",
                1,
                transition,
                "AMOUNT",
                "PROVIDER",
                Money.of(1, "HKD"),
                LocalDate.of(2026, 4, 9),
                2,
                null,
                null,
                null,
                null,
                null,
                toldAt);

        assertThat(line.ageDays(day)).isEqualTo(expected);
    }

    private static BreakSum sum(String reason, int ageDays, long breaks, long minor, String currency) {
        return new BreakSum(reason, "PROVIDER", DAY.minusDays(ageDays), breaks, Money.of(minor, currency));
    }
}
