package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.batch;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.conversion;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.wallet.domain.RefundRules.Part;
import io.baytap.wallet.domain.RefundRules.Refundable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What finance can follow with a pencil. Rate: 0.9247 CNY per HKD; the fare at the mid rate is rounded half to even, to the
 * minor unit; the spread is 50 basis points of that, rounded alike, and the wallet pays both.
 */
class WorkedExamplesTest {

    private static final BigDecimal RATE = new BigDecimal("0.93");
    private static final LocalDate DAY = LocalDate.parse("2026-04-09");
    private static final String WALLET_CN = "wallet-receivable:WEIXIN_PAY CNY";
    private static final String PROVIDER_CN = "provider-clearing:WEIXIN_PAY CNY";

    private final Map<String, Long> balances = new TreeMap<>();

    /** Central to Tsim Sha Tsui, 10.60 HKD. Mid 10.60 × 0.9247 = 9.80182: 9.80. Spread 9.80 × 0.005 = 0.049: 0.05. */
    @Test
    void aMainlandRiderOnTheMtr() {
        Conversion fare = abroad(0, hkd(1060), cny(985), cny(5));

        post(LedgerRules.fare(fare));
        Charge charge = debited(ChargeRules.submit(ChargeRules.open(fare, true), cny(0)));
        post(LedgerRules.closed(batch(DAY, 1, hkd(1060), hkd(0))));

        assertThat(charge.state().attempted()).isEqualTo(cny(985));
        assertThat(balances)
                .isEqualTo(Map.of(
                        PROVIDER_CN,
                        985L, // 9.85 that Weixin Pay owes us
                        "fx-position CNY",
                        -980L, // worth 9.80 …
                        "fx-position HKD",
                        1060L, // … or 10.60
                        "fx-spread CNY",
                        -5L, // 0.05 is ours
                        "operator-settlement:MTR HKD",
                        -1060L)); // 10.60 to pay out
    }

    /**
     * The same fare, and the deal at the cut-off, when a HKD costs 0.9300 CNY: 10.60 HKD are bought for 9.858, so 9.86 CNY. The
     * wallet's 9.80 at the mid rate do not suffice: 0.06 lost, and nothing is left open.
     */
    @Test
    void aDealClosesThePositionWithALoss() {
        var deal = new FxDeal(
                "deal:HKD/CNY:2026-04-10",
                T,
                LocalDate.parse("2026-04-10"),
                RATE,
                new FxDeal.Pair(hkd(-1060), cny(980)),
                new FxDeal.Pair(hkd(1060), cny(-986)),
                cny(-6));

        post(LedgerRules.fare(abroad(0, hkd(1060), cny(985), cny(5))));
        post(LedgerRules.deal(deal));

        assertThat(deal.refusal()).isEmpty();
        assertThat(balances)
                .doesNotContainKeys("fx-position CNY", "fx-position HKD")
                .containsEntry("fx-settlement HKD", 1060L) // bought
                .containsEntry("fx-settlement CNY", -986L) // to be paid for it
                .containsEntry("fx-result CNY", 6L); // lost
    }

    @Test
    void aDealThatLeavesSomethingOpenIsRefused() {
        var exposed = new FxDeal.Pair(hkd(-1060), cny(980));

        assertThat(new FxDeal("deal", T, LocalDate.EPOCH, RATE, exposed, new FxDeal.Pair(hkd(1059), cny(-985)), cny(-5))
                        .refusal())
                .contains("AMOUNTS_DISAGREE");
        assertThat(new FxDeal("deal", T, LocalDate.EPOCH, RATE, exposed, new FxDeal.Pair(hkd(1060), cny(-986)), cny(6))
                        .refusal())
                .contains("AMOUNTS_DISAGREE");
        assertThat(new FxDeal("deal", T, LocalDate.EPOCH, RATE, exposed, new FxDeal.Pair(hkd(1060), cny(-986)), hkd(-6))
                        .refusal())
                .contains("RESULT_CURRENCY");
    }

    /** 7.00 CNY from an HKD wallet. Mid 7.00 ÷ 0.9247 = 7.57002: 7.57. Spread 7.57 × 0.005 = 0.03785: 0.04. */
    @Test
    void aHongKongRiderInShenzhen() {
        Conversion fare = conversion(WalletScheme.WECHAT_PAY_HK, 0, cny(700), hkd(761), hkd(4));

        post(LedgerRules.fare(fare));

        assertThat(balances)
                .isEqualTo(Map.of(
                        "wallet-receivable:WECHAT_PAY_HK HKD", 761L,
                        "fx-position HKD", -757L,
                        "fx-spread HKD", -4L,
                        "fx-position CNY", 700L,
                        "operator-payable:MTR CNY", -700L));
    }

    /** 3.30 HKD by tram. Mid 3.30 × 0.9247 = 3.05151: 3.05. Spread 3.05 × 0.005 = 0.01525: 2 fen. */
    @Test
    void aTramFare() {
        post(LedgerRules.fare(abroad(0, hkd(330), cny(307), cny(2))));

        assertThat(balances)
                .containsEntry(WALLET_CN, 307L)
                .containsEntry("fx-position CNY", -305L)
                .containsEntry("fx-spread CNY", -2L)
                .containsEntry("operator-payable:MTR HKD", -330L);
    }

    /**
     * The maximum fare of 60.80 HKD: mid 56.22176, so 56.22; spread 0.2811, so 0.28. The exit tap turns up a day later, when a HKD costs
     * 0.9300 CNY: the fare is 10.60 HKD. At the rate of the tap that is 9.85 CNY, so 56.50 − 9.85 = 46.65 go back; at the
     * new rate it would have been 9.91, and the rider would have paid for a rate that was not in force.
     */
    @Test
    void aRefundAtTheOriginalRateAfterTheRateMoved() {
        post(LedgerRules.fare(abroad(0, hkd(6080), cny(5650), cny(28))));
        Charge charge =
                debited(ChargeRules.submit(ChargeRules.open(abroad(0, hkd(6080), cny(5650), cny(28)), true), cny(0)));

        // 10.60 − 60.80 = −50.20; 9.85 − 56.50 = −46.65; spread 0.05 − 0.28 = −0.23
        post(LedgerRules.fare(abroad(1, hkd(-5020), cny(-4665), cny(-23))));
        post(LedgerRules.refunded(new Refund("refund:x:1", charge.facts(), "no", cny(5650), cny(4665)), T));

        assertThat(balances)
                .isEqualTo(Map.of(
                        PROVIDER_CN,
                        985L,
                        "fx-position CNY",
                        -980L, // −56.22 + 46.42: as if the fare had been 10.60 from the start
                        "fx-position HKD",
                        1060L,
                        "fx-spread CNY",
                        -5L,
                        "operator-payable:MTR HKD",
                        -1060L));
    }

    /** Of 9.30 CNY, 3.72 go back, then 5.00; then only 0.58 are left to give, whatever is asked for. */
    @Test
    void partialRefunds() {
        String charge = "charge:c";

        assertThat(RefundRules.split(372, List.of(new Refundable(charge, ChargeStatus.SETTLED, 930))))
                .containsExactly(new Part(charge, 372, RefundStatus.DUE));
        assertThat(RefundRules.split(500, List.of(new Refundable(charge, ChargeStatus.SETTLED, 930 - 372))))
                .containsExactly(new Part(charge, 500, RefundStatus.DUE));
        assertThat(RefundRules.split(100, List.of(new Refundable(charge, ChargeStatus.SETTLED, 930 - 372 - 500))))
                .containsExactly(new Part(charge, 58, RefundStatus.DUE));
    }

    /** 9.30 CNY refused three times; 3.72 corrected while in debt; the rider pays the other 5.58. */
    @Test
    void aDeclineAndItsRecovery() {
        Conversion fare = abroad(0, hkd(1000), cny(930), cny(5));
        post(LedgerRules.fare(fare));
        Charge charge = ChargeRules.submit(ChargeRules.open(fare, true), cny(0));
        for (int attempt = 1; attempt <= 3; attempt++) {
            Charge refused = answer(charge, new ProviderAnswer.Declined("NOT_ENOUGH"));
            assertThat(balances).containsEntry(WALLET_CN, 930L).doesNotContainKey(PROVIDER_CN);
            charge = attempt == 3 ? refused : again(refused, 0);
        }
        assertThat(charge.status()).isEqualTo(ChargeStatus.DEBT);

        post(LedgerRules.fare(abroad(1, hkd(-400), cny(-372), cny(-2))));
        Charge recovered = debited(again(charge, 372));

        assertThat(recovered.state().attempted()).isEqualTo(cny(558));
        assertThat(recovered.state().attempt()).isEqualTo(4);
        assertThat(balances).doesNotContainKey(WALLET_CN).containsEntry(PROVIDER_CN, 558L);
    }

    /** The day closed at 60.80; the exit tap came after that. The day stays as it was paid, the next takes −50.20. */
    @Test
    void aLateTapAfterTheDayClosed() {
        post(LedgerRules.fare(abroad(0, hkd(6080), cny(5650), cny(28))));
        post(LedgerRules.closed(batch(DAY, 1, hkd(6080), hkd(0))));

        post(LedgerRules.fare(abroad(1, hkd(-5020), cny(-4665), cny(-23))));
        post(LedgerRules.closed(batch(DAY.plusDays(1), 1, hkd(0), hkd(-5020))));

        assertThat(balances)
                .doesNotContainKey("operator-payable:MTR HKD")
                .containsEntry("operator-settlement:MTR HKD", -1060L);
    }

    private void post(Journal journal) {
        for (Posting posting : journal.postings()) {
            String account = posting.account().name() + " " + posting.amount().currency();
            balances.merge(account, posting.amount().minor(), Math::addExact);
        }
        balances.values().removeIf(sum -> sum == 0);
    }

    private Charge debited(Charge charge) {
        return answer(charge, new ProviderAnswer.Debited("4200", charge.state().attempted()));
    }

    private Charge answer(Charge charge, ProviderAnswer answer) {
        var booked = ChargeRules.book(charge, String.valueOf(charge.state().outTradeNo()), answer, T)
                .orElseThrow();
        booked.journals().forEach(this::post);
        return booked.charge();
    }

    /** The provider confirms the refusal; the next attempt goes out without what was corrected meanwhile. */
    private static Charge again(Charge refused, long corrected) {
        Charge asked = refused.with(refused.state().with(ChargeStatus.CONFIRMING));
        String number = String.valueOf(asked.state().outTradeNo());
        Charge due = ChargeRules.confirm(asked, number, new ProviderAnswer.NotFound(), T.plus(Duration.ofDays(1)))
                .orElseThrow()
                .charge();
        return ChargeRules.submit(due, cny(corrected));
    }
}
