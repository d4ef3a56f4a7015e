package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.atHome;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.conversion;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals worked by hand. */
class LedgerRulesTest {

    private static final Account WALLET_CN = Account.walletReceivable(WalletScheme.WEIXIN_PAY);
    private static final Account WALLET_HK = Account.walletReceivable(WalletScheme.WECHAT_PAY_HK);
    private static final Account PROVIDER_CN = Account.providerClearing(WalletScheme.WEIXIN_PAY);
    private static final Account MTR = Account.operatorPayable("MTR");

    static Stream<Arguments> fares() {
        return Stream.of(
                Arguments.of(
                        "10.00 HKD from a mainland wallet: 9.25 at mid rate, 0.05 spread",
                        abroad(0, hkd(1000), cny(930), cny(5)),
                        List.of(
                                line(WALLET_CN, cny(930)),
                                line(Account.FX_POSITION, cny(-925)),
                                line(Account.FX_SPREAD, cny(-5)),
                                line(Account.FX_POSITION, hkd(1000)),
                                line(MTR, hkd(-1000)))),
                Arguments.of(
                        "4.00 HKD of it taken back: every sign turned",
                        abroad(1, hkd(-400), cny(-372), cny(-2)),
                        List.of(
                                line(WALLET_CN, cny(-372)),
                                line(Account.FX_POSITION, cny(370)),
                                line(Account.FX_SPREAD, cny(2)),
                                line(Account.FX_POSITION, hkd(-400)),
                                line(MTR, hkd(400)))),
                Arguments.of(
                        "10.00 HKD from a Hong Kong wallet: no position, no spread",
                        atHome(0, hkd(1000)),
                        List.of(line(WALLET_HK, hkd(1000)), line(MTR, hkd(-1000)))),
                Arguments.of(
                        "7.00 CNY in Shenzhen from a Hong Kong wallet: 7.57 at mid rate, 0.04 spread",
                        conversion(WalletScheme.WECHAT_PAY_HK, 0, cny(700), hkd(761), hkd(4)),
                        List.of(
                                line(WALLET_HK, hkd(761)),
                                line(Account.FX_POSITION, hkd(-757)),
                                line(Account.FX_SPREAD, hkd(-4)),
                                line(Account.FX_POSITION, cny(700)),
                                line(MTR, cny(-700)))),
                Arguments.of("a correction of nothing", abroad(1, hkd(0), cny(0), cny(0)), List.of()),
                Arguments.of(
                        "a fen of spread that a correction moved alone",
                        abroad(1, hkd(0), cny(1), cny(1)),
                        List.of(line(WALLET_CN, cny(1)), line(Account.FX_SPREAD, cny(-1)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fares")
    void aFareIsBookedAsWorkedByHand(String name, Conversion conversion, List<Posting> expected) {
        Journal journal = LedgerRules.fare(conversion);

        assertThat(journal.id()).isEqualTo("posting:" + conversion.id());
        assertThat(journal.postings()).containsExactlyElementsOf(expected);
    }

    @Test
    void aSettledChargeMovesTheDebtFromTheWalletToTheProvider() {
        Charge charge = Examples.submitted();

        Journal journal = LedgerRules.settled(charge.facts(), cny(930), T);

        assertThat(journal.id()).isEqualTo("charge-settled:" + charge.id());
        assertThat(journal.postings()).containsExactly(line(PROVIDER_CN, cny(930)), line(WALLET_CN, cny(-930)));
    }

    @Test
    void aRefundIsTheReverseOfASettledCharge() {
        var refund = new Refund("refund:x:1", Examples.submitted().facts(), "no", cny(930), cny(372));

        Journal journal = LedgerRules.refunded(refund, T);

        assertThat(journal.postings()).containsExactly(line(WALLET_CN, cny(372)), line(PROVIDER_CN, cny(-372)));
    }

    @Test
    void aClosedDayBecomesAPaymentToTheOperator() {
        var batch = Examples.batch(LocalDate.parse("2026-04-09"), 2, hkd(1000), hkd(-400));

        Journal journal = LedgerRules.closed(batch);

        assertThat(journal.id()).isEqualTo("batch:MTR:HKD:2026-04-09");
        assertThat(journal.postings())
                .containsExactly(line(MTR, hkd(600)), line(Account.operatorSettlement("MTR"), hkd(-600)));
    }

    /** A journal is known by its id for ever, and filtered by its kind. A debt that is paid after all has two of its own. */
    static Stream<Arguments> journals() {
        Conversion fare = abroad(0, hkd(1000), cny(930), cny(5));
        Charge charge = Examples.submitted();
        BadDebt debt = BadDebt.of(fare, cny(930), BadDebtBearer.OPERATOR);
        var refund = new Refund("refund:x:1", charge.facts(), "no", cny(930), cny(372));
        var deal = new FxDeal(
                "deal:HKD/CNY:2026-04-10",
                T,
                LocalDate.parse("2026-04-10"),
                new BigDecimal("0.93"),
                new FxDeal.Pair(hkd(-1060), cny(980)),
                new FxDeal.Pair(hkd(1060), cny(-986)),
                cny(-6));
        return Stream.of(
                Arguments.of(LedgerRules.fare(fare), "posting:" + fare.id(), Journal.Kind.FARE),
                Arguments.of(
                        LedgerRules.settled(charge.facts(), cny(930), T),
                        "charge-settled:" + charge.id(),
                        Journal.Kind.CHARGE),
                Arguments.of(LedgerRules.fee(charge.facts(), cny(6), T), "charge-fee:" + charge.id(), Journal.Kind.FEE),
                Arguments.of(
                        LedgerRules.refunded(refund, T),
                        "charge-refunded:" + refund.outRefundNo(),
                        Journal.Kind.REFUND),
                Arguments.of(LedgerRules.writtenOff(debt, T), "bad-debt:" + charge.id(), Journal.Kind.WRITE_OFF),
                Arguments.of(
                        LedgerRules.recovered(debt, T), "bad-debt-recovered:" + charge.id(), Journal.Kind.RECOVERY),
                Arguments.of(
                        LedgerRules.closed(Examples.batch(LocalDate.parse("2026-04-09"), 1, hkd(1000), hkd(0))),
                        "batch:MTR:HKD:2026-04-09",
                        Journal.Kind.BATCH),
                Arguments.of(LedgerRules.deal(deal), "deal:HKD/CNY:2026-04-10", Journal.Kind.DEAL));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("journals")
    void aJournalSaysWhatItIs(Journal journal, String id, Journal.Kind kind) {
        assertThat(journal.id()).isEqualTo(id);
        assertThat(journal.kind()).isEqualTo(kind);
        assertThat(journal.occurredAt()).isEqualTo(T);
    }

    @Test
    void aJournalOutOfBalanceIsRefused() {
        List<Posting> crooked = List.of(line(MTR, hkd(1)), line(WALLET_CN, cny(-1)));

        assertThatThrownBy(() -> new Journal("j", Journal.Kind.FARE, T, crooked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of balance");
    }

    @Test
    void aConversionWhoseAmountsDisagreeIsRefused() {
        assertThat(conversion(WalletScheme.WECHAT_PAY_HK, 0, hkd(1000), hkd(1001), hkd(0))
                        .refusal())
                .contains("AMOUNTS_DISAGREE");
        assertThat(conversion(WalletScheme.WECHAT_PAY_HK, 0, hkd(1000), cny(930), cny(5))
                        .refusal())
                .contains("WALLET_CURRENCY");
        assertThat(abroad(0, hkd(1000), cny(930), cny(5)).refusal()).isEmpty();
    }

    private static Posting line(Account account, Money amount) {
        return new Posting(account, amount);
    }
}
