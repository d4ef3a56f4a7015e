package io.baytap.reporting.domain;

import static io.baytap.reporting.domain.WalletScheme.WECHAT_PAY_HK;
import static io.baytap.reporting.domain.WalletScheme.WEIXIN_PAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.baytap.schemas.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);

    private static final DayReport REPORT = new DayReport(
            DAY,
            List.of(
                    new TapLine(DAY, 8, "MTR", TapVerdict.ACCEPTED, "", 10),
                    new TapLine(DAY, 9, "KMB", TapVerdict.ACCEPTED, "", 5),
                    new TapLine(DAY, 9, "KMB", TapVerdict.LATE, "", 2),
                    new TapLine(DAY, 9, "KMB", TapVerdict.REJECTED, "CODE_EXPIRED", 3),
                    new TapLine(DAY, 10, "MTR", TapVerdict.REJECTED, "CODE_EXPIRED", 1)),
            List.of(
                    fare("CN-HK", "hong-kong", "MTR", WEIXIN_PAY, 2, 3, hkd(1_000), cny(920)),
                    fare("CN-HK", "hong-kong", "KMB", WEIXIN_PAY, 1, 1, hkd(500), cny(460)),
                    fare("HK-HK", "hong-kong", "MTR", WECHAT_PAY_HK, 4, 4, hkd(4_000), hkd(4_000)),
                    fare("HK-CN", "shenzhen", "SZM", WECHAT_PAY_HK, 1, 1, cny(300), hkd(330)),
                    fare("CN-CN", "shenzhen", "SZM", WEIXIN_PAY, 1, 1, cny(700), cny(700))),
            List.of(
                    new ChargeLine(DAY, "MTR", WEIXIN_PAY, ChargeOutcome.SETTLED, 3, cny(1_000)),
                    new ChargeLine(DAY, "MTR", WEIXIN_PAY, ChargeOutcome.REFUNDED, 1, cny(80)),
                    new ChargeLine(DAY, "STAR", WECHAT_PAY_HK, ChargeOutcome.DECLINED, 1, hkd(500))),
            List.of());

    /** A foreign card pays in USD; its provider is asked for the fare, so its charges are in the operator's currency. */
    @Test
    void aForeignCardIsCountedInTheOperatorsCurrency() {
        var card = new OperatorWallet("MTR", WalletScheme.FOREIGN_CARD);
        var report = new DayReport(
                DAY,
                List.of(),
                List.of(),
                List.of(
                        new ChargeLine(DAY, "MTR", WalletScheme.FOREIGN_CARD, ChargeOutcome.SETTLED, 1, hkd(1_060)),
                        new ChargeLine(DAY, "MTR", WalletScheme.FOREIGN_CARD, ChargeOutcome.REFUNDED, 1, hkd(400))),
                List.of());

        assertThat(report.charges(card).charged()).isEqualTo(hkd(660));
        assertThat(report.charges(FareTotals.HKD).charged()).isEqualTo(hkd(660));
    }

    @Test
    void verdictsDoNotOverlap() {
        assertThat(REPORT.taps(TapVerdict.ACCEPTED)).isEqualTo(15);
        assertThat(REPORT.taps(TapVerdict.LATE)).isEqualTo(2);
        assertThat(REPORT.taps(TapVerdict.REJECTED)).isEqualTo(4);
        assertThat(REPORT.taps(TapVerdict.ACCEPTED, 9)).isEqualTo(5);
        assertThat(REPORT.taps(TapVerdict.REJECTED, "MTR")).isEqualTo(1);
        assertThat(REPORT.rejections()).containsExactly(entry("CODE_EXPIRED", 4L));
    }

    @Test
    void aFareCountsOnceInEachCurrencyItTouches() {
        FareTotals total = REPORT.total();

        assertThat(total.journeys()).isEqualTo(9);
        assertThat(total.fares()).isEqualTo(10);
        assertThat(total.in(FareTotals.HKD)).isEqualTo(hkd(1_000 + 500 + 4_000 + 330));
        assertThat(total.in(FareTotals.CNY)).isEqualTo(cny(920 + 460 + 300 + 700));
    }

    @Test
    void theGroupsAddUpToTheTotal() {
        long byCorridor = REPORT.byCorridor().values().stream()
                .mapToLong(totals -> totals.in(FareTotals.HKD).minor())
                .sum();
        long byOperator = REPORT.byOperatorAndWallet().values().stream()
                .mapToLong(totals -> totals.in(FareTotals.HKD).minor())
                .sum();

        assertThat(byCorridor).isEqualTo(byOperator).isEqualTo(5_830);
        assertThat(REPORT.byCorridor().keySet())
                .extracting(Corridor::code)
                .containsExactly("CN-CN", "CN-HK", "HK-CN", "HK-HK");
    }

    @Test
    void anOperatorWithAChargeButNoFareIsListed() {
        var star = new OperatorWallet("STAR", WECHAT_PAY_HK);

        assertThat(REPORT.byOperatorAndWallet()).containsKey(star);
        assertThat(REPORT.byOperatorAndWallet()).hasSize(6);
        assertThat(REPORT.charges(star).amount(ChargeOutcome.DECLINED)).isEqualTo(hkd(500));
    }

    @Test
    void whatRidersPaidIsSettledLessRefunded() {
        assertThat(REPORT.charges(FareTotals.CNY).charged()).isEqualTo(cny(920));
        assertThat(REPORT.charges(FareTotals.HKD).charged()).isEqualTo(hkd(0));
        assertThat(REPORT.charges(FareTotals.CNY).count(ChargeOutcome.SETTLED)).isEqualTo(3);
    }

    @Test
    void aSumThatDoesNotFitIsAnErrorAndNotAWrongFigure() {
        var huge = new FareTotals(List.of(
                fare("HK-HK", "hong-kong", "MTR", WECHAT_PAY_HK, 1, 1, hkd(Long.MAX_VALUE), hkd(1)),
                fare("HK-HK", "hong-kong", "MTR", WECHAT_PAY_HK, 1, 1, hkd(1), hkd(1))));

        assertThatThrownBy(() -> huge.in(FareTotals.HKD)).isInstanceOf(ArithmeticException.class);
    }

    private static FareLine fare(
            String corridor,
            String city,
            String operatorId,
            WalletScheme wallet,
            long journeys,
            long fares,
            Money fare,
            Money debit) {
        return new FareLine(
                DAY,
                Corridor.parse(corridor),
                city,
                operatorId,
                wallet,
                journeys,
                fares,
                fares - journeys,
                fare,
                debit,
                Money.zero(debit.currency()));
    }

    private static Money hkd(long minor) {
        return new Money(minor, FareTotals.HKD);
    }

    private static Money cny(long minor) {
        return new Money(minor, FareTotals.CNY);
    }
}
