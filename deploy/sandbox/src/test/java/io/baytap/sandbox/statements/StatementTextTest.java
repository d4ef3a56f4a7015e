package io.baytap.sandbox.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTextTest {

    private static final Movement.Payment FARE = Examples.payment("t1", 530, Examples.MORNING);
    private static final Movement.Refund BACK =
            Examples.refund("r1", FARE, 130, Examples.MORNING.plus(Duration.ofHours(1)));

    @Test
    void everyLineHasTheColumnsOfTheHeaderBehindBackTicks() {
        String[] lines = text(0, FARE, BACK).split("\r\n", -1);

        assertThat(lines).hasSize(6);
        assertThat(lines[5]).as("the last line ends, too").isEmpty();
        assertThat(lines[0].split(",", -1)).hasSize(38);
        for (int i = 1; i <= 2; i++) {
            assertThat(lines[i].split(",", -1)).hasSize(38).allMatch(field -> field.startsWith("`"));
        }
    }

    @Test
    void aPaymentAndARefundStandAsTheReadmeSays() {
        String[] lines = text(60, FARE, BACK).split("\r\n", -1);

        // 0.6 % of 5.30 is 0.0318, rounded 0.03; it is kept when 1.30 is given back.
        assertThat(lines[1])
                .isEqualTo("`2026-04-09 08:15:30,`wx1900000100000000,`1900000100,`1900001000,`,`4200t1,`t1,`o1,`AUTH,"
                        + "`SUCCESS,`OTHERS,`,`0.00,`,`0.00,`0,`0,`,`,`MTR 2026-04-09,`2026-04-09,`0.03000,`0.60%,"
                        + "`CNY,`5.30,`CNY,`5.30,`CNY,`5.30,`100000000,`0,`0.00,`CNY,`0.00,`CNY,`0.00,`0.00,`0.00");
        assertThat(lines[2])
                .isEqualTo("`2026-04-09 09:15:30,`wx1900000100000000,`1900000100,`1900001000,`,`4200t1,`t1,`o1,`AUTH,"
                        + "`REFUND,`OTHERS,`,`0.00,`,`0.00,`5030r1,`r1,`ORIGINAL,`SUCCESS,`MTR 2026-04-09,`2026-04-09,"
                        + "`0.00000,`0.60%,`CNY,`0.00,`CNY,`0.00,`CNY,`0.00,`0,`100000000,`1.30,`CNY,`1.30,`CNY,`1.30,"
                        + "`0.00,`0.00");
        assertThat(lines[4]).isEqualTo("`2,`5.30,`1.30,`0.00,`0.03000,`5.30,`1.30");
    }

    @Test
    void aCommaInATextDoesNotMakeAColumn() {
        var fare = new Movement.Payment(
                "4200t1", "t1", "1900001000", "o1", "MTR, Central\r\n", "", 1, "CNY", Examples.MORNING);

        String[] lines = text(0, fare).split("\r\n", -1);

        assertThat(lines).hasSize(5);
        assertThat(lines[1].split(",", -1)).hasSize(38).contains("`MTR  Central  ");
    }

    private static String text(int basisPoints, Movement... movements) {
        return new StatementText(Examples.WEIXIN, new Fees(basisPoints))
                .of(List.of(movements).stream().map(StatementLine::of).toList());
    }
}
