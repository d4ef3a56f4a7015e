package io.baytap.wallet.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.ProviderLine;
import io.baytap.wallet.domain.reconciliation.TradeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement of two payments, 5.30 and 10.00, and a refund of 2.00, written down by hand in the published order of columns. */
class TradeTableTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-09");

    private static final String FIRST =
            "`2026-04-09 08:15:30,`wx1,`1900000100,`1900001000,`,`4200001,`trade-1,`o1,`AUTH,`SUCCESS,`OTHERS,`,`0.00,`,`0.00,"
                    + "`0,`0,`,`,`MTR,`2026-04-09,`0.00000,`0.00%,`CNY,`5.30,`CNY,`5.30,`CNY,`5.30,`100000000,`0,`0.00,`CNY,`0.00,"
                    + "`CNY,`0.00,`0.00,`0.00";
    private static final String SECOND =
            "`2026-04-09 09:00:00,`wx1,`1900000100,`1900001000,`,`4200002,`trade-2,`o2,`AUTH,`SUCCESS,`OTHERS,`,`0.00,`,`0.00,"
                    + "`0,`0,`,`,`MTR,`2026-04-09,`0.00000,`0.00%,`CNY,`10.00,`CNY,`10.00,`CNY,`10.00,`100000000,`0,`0.00,`CNY,"
                    + "`0.00,`CNY,`0.00,`0.00,`0.00";
    private static final String REFUND =
            "`2026-04-09 21:00:00,`wx1,`1900000100,`1900001000,`,`4200002,`trade-2,`o2,`AUTH,`REFUND,`OTHERS,`,`0.00,`,`0.00,"
                    + "`5030001,`refund-2,`ORIGINAL,`SUCCESS,`MTR,`2026-04-09,`0.00000,`0.00%,`CNY,`0.00,`CNY,`0.00,`CNY,`0.00,`0,"
                    + "`100000000,`2.00,`CNY,`2.00,`CNY,`2.00,`0.00,`0.00";

    /** 5.30 + 10.00 = 15.30. */
    private static final String TOTALS = "`3,`15.30,`2.00,`0.00,`0.00000,`15.30,`2.00";

    private static final String STATEMENT =
            String.join("\r\n", TradeTable.HEADER, FIRST, SECOND, REFUND, TradeTable.TOTALS, TOTALS, "");

    @Test
    void aStatementThatHoldsTogetherIsRead() throws FaultyStatementException {
        List<ProviderLine> lines = read(STATEMENT);

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst())
                .isEqualTo(new ProviderLine(
                        "provider:WEIXIN_PAY:2026-04-09:2",
                        WalletScheme.WEIXIN_PAY,
                        "1900001000",
                        TradeKind.DEBIT,
                        "trade-1",
                        "trade-1",
                        "4200001",
                        Money.of(530, "CNY"),
                        true,
                        DAY,
                        DAY));
        assertThat(lines.getLast())
                .isEqualTo(new ProviderLine(
                        "provider:WEIXIN_PAY:2026-04-09:4",
                        WalletScheme.WEIXIN_PAY,
                        "1900001000",
                        TradeKind.REFUND,
                        "refund-2",
                        "trade-2",
                        "5030001",
                        Money.of(200, "CNY"),
                        true,
                        DAY,
                        DAY));
    }

    @Test
    void aLineOfADayBeforeIsLate() throws FaultyStatementException {
        ProviderLine line = read(STATEMENT.replace("`2026-04-09 08:15:30", "`2026-04-08 23:59:59"))
                .getFirst();

        assertThat(line.isLate()).isTrue();
        assertThat(line.tradeDay()).isEqualTo(DAY.minusDays(1));
    }

    @Test
    void aRateThatDoesNotTurnTheAmountsIntoEachOtherDoesNotHold() throws FaultyStatementException {
        assertThat(read(STATEMENT.replaceFirst("`100000000", "`100000001"))
                        .getFirst()
                        .rateHolds())
                .isFalse();
        // 5.30 CNY at 0.13800000 USD for one is 0.7314, so 0.73 or 0.74 holds.
        String inDollars = STATEMENT.replace(
                "`CNY,`5.30,`CNY,`5.30,`CNY,`5.30,`100000000", "`CNY,`5.30,`USD,`0.73,`CNY,`5.30,`13800000");
        assertThat(read(inDollars).getFirst().rateHolds()).isTrue();
        assertThat(read(inDollars.replace("`USD,`0.73", "`USD,`0.75"))
                        .getFirst()
                        .rateHolds())
                .isFalse();
    }

    @Test
    void aProviderThatConvertsOwesWhatItWasAskedForAndSaysWhatThePayerPaid() throws FaultyStatementException {
        // 5.30 CNY at 0.13800000 USD for one is 0.7314.
        String inDollars = STATEMENT.replace(
                "`CNY,`5.30,`CNY,`5.30,`CNY,`5.30,`100000000", "`CNY,`5.30,`USD,`0.73,`CNY,`5.30,`13800000");

        List<ProviderLine> lines = TradeTable.read(inDollars, WalletScheme.FOREIGN_CARD, "1900000100", DAY);

        assertThat(lines.getFirst().amount()).isEqualTo(Money.of(530, "CNY"));
        assertThat(lines.getFirst().paid()).isEqualTo(Money.of(73, "USD"));
        assertThat(lines.get(1).paid())
                .as("in the currency asked for: not told")
                .isNull();
        assertThat(read(inDollars).getFirst().amount()).as("we convert").isEqualTo(Money.of(73, "USD"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "`3,`15.30,             | `4,`15.30,             | the total of lines is 4, the lines say 3",
                "`3,`15.30,             | `3,`15.31,             | the total of 应结订单金额 is 15.31, the lines say 15.30",
                "`0.00000,`15.30,`2.00  | `0.00000,`15.30,`2.01  | the total of 申请退款金额 is 2.01, the lines say 2.00",
                "交易时间               | 时间                   | line 1:",
                "总交易单数             | 总数                   | line 5:",
                "`1900000100            | `1900000200            | line 2, field 3 (商户号): '1900000200' is not ours, 1900000100",
                "`2026-04-09 08:15:30   | `2026-04-10 00:00:00   | line 2, field 1 (交易时间): '2026-04-10 00:00:00' is after the statement's day",
                "`2026-04-09 08:15:30   | `soon                  | line 2, field 1 (交易时间): 'soon' is not a time",
                "`AUTH,`SUCCESS         | `AUTH,`REVOKED         | line 2, field 10 (交易状态): 'REVOKED' is neither SUCCESS nor REFUND",
                "`trade-1               | `                      | line 2, field 7 (商户订单号): '' is missing",
                "`trade-1               | trade-1                | line 2, field 7: 'trade-1' does not stand behind a back-tick",
                "`o1,                   | `o1,`,                 | line 2: 39 fields, not 38",
                "`CNY,`5.30,`CNY,`5.30, | `CNY,`5.30,`XXY,`5.30, | line 2, field 26 (用户支付币种): 'XXY' is not a currency",
                "`CNY,`5.30,`CNY,`5.30, | `CNY,`5.30,`CNY,`5.305, | line 2, field 27 (用户支付金额): '5.305' is not in whole minor units",
                "`CNY,`5.30,`CNY,`5.30, | `CNY,`5.30,`CNY,`-5.30, | line 2, field 27 (用户支付金额): '-5.30' is negative",
            })
    void aFaultyStatementIsRefusedWholeAndSaysWhere(String right, String wrong, String reason) {
        assertThat(STATEMENT).contains(right);
        assertThatThrownBy(() -> read(STATEMENT.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOf(FaultyStatementException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void aStatementThatWasCutOffIsRefused() {
        assertThatThrownBy(() -> read(STATEMENT.substring(0, STATEMENT.indexOf(TradeTable.TOTALS))))
                .isInstanceOf(FaultyStatementException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> read("")).hasMessageContaining("header, totals or both are missing");
    }

    private static List<ProviderLine> read(String text) throws FaultyStatementException {
        return TradeTable.read(text, WalletScheme.WEIXIN_PAY, "1900000100", DAY);
    }
}
