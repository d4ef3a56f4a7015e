package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.ChargeRules.Booked;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What finance can follow with a pencil, for a card abroad: we ask for the fare in the operator's currency, the provider
 * converts, keeps its fee and owes us the rest in that currency. 10.60 HKD; our estimate 10.60 × 0.1280 = 1.3568 USD; tolerance 150
 * basis points; fee 60 basis points of 10.60 = 0.0636 HKD.
 */
class ForeignCardTest {

    private static final SchemeTerms.Terms TERMS =
            new SchemeTerms.Terms(60, BadDebtBearer.OPERATOR, Duration.ofDays(90));
    private static final String CLEARING = "provider-clearing:FOREIGN_CARD HKD";
    private static final String RECEIVABLE = "wallet-receivable:FOREIGN_CARD HKD";
    private static final String FEES = "provider-fees:FOREIGN_CARD HKD";

    private final Map<String, Long> balances = new TreeMap<>();

    /** The provider's rate is 0.12864: 10.60 × 0.12864 = 1.363584, so the payer pays 1.36 USD. */
    @Test
    void aVisitorWithAForeignCardOnTheMtr() {
        Conversion fare = byCard(0, hkd(1060), usd(136));

        post(LedgerRules.fare(fare));
        assertThat(balances).containsEntry(RECEIVABLE, 1060L).containsEntry("operator-payable:MTR HKD", -1060L);
        Booked settled = debited(ChargeRules.open(fare, true, TERMS), hkd(0), new Payer(136, "USD", 12_864_000));
        post(LedgerRules.closed(Examples.batch(LocalDate.parse("2026-04-09"), 1, hkd(1060), hkd(0))));

        assertThat(balances)
                .isEqualTo(Map.of(
                        CLEARING,
                        1054L, // 10.60 − 0.06 that the provider owes us
                        FEES,
                        6L, // 0.0636, rounded half up
                        "operator-settlement:MTR HKD",
                        -1060L)); // and no position: nothing of ours is in USD
        assertThat(settled.outcomes())
                .containsExactly(new Outcome.Settled(
                        T,
                        settled.charge().facts(),
                        1060,
                        String.valueOf(settled.charge().state().outTradeNo()),
                        "4200",
                        6,
                        136,
                        new Payer(136, "USD", 12_864_000),
                        ConversionCheck.WITHIN));
    }

    /** 4.00 of 10.60 HKD go back after the debit. The provider keeps its fee: 10.60 − 0.06 − 4.00 = 6.54. */
    @Test
    void aPartialRefundToACard() {
        Conversion fare = byCard(0, hkd(1060), usd(136));
        post(LedgerRules.fare(fare));
        Charge charge = debited(ChargeRules.open(fare, true, TERMS), hkd(0), new Payer(136, "USD", 12_864_000))
                .charge();

        post(LedgerRules.fare(byCard(1, hkd(-400), usd(-52))));
        post(LedgerRules.refunded(new Refund("refund:x:1", charge.facts(), "no", hkd(1060), hkd(400)), T));

        assertThat(balances).isEqualTo(Map.of(CLEARING, 654L, FEES, 6L, "operator-payable:MTR HKD", -660L));
    }

    /**
     * 4.00 HKD are corrected away before the debit: 6.60 HKD are asked for. Estimate 1.36 × 6.60 ÷ 10.60 = 0.8468, so 0.85; fee
     * 0.0396, so 0.04.
     */
    @Test
    void theEstimateOfAPartIsInProportion() {
        Conversion fare = byCard(0, hkd(1060), usd(136));
        post(LedgerRules.fare(fare));
        post(LedgerRules.fare(byCard(1, hkd(-400), usd(-52))));

        Booked settled = debited(ChargeRules.open(fare, true, TERMS), hkd(400), new Payer(85, "USD", 12_864_000));

        assertThat(balances).isEqualTo(Map.of(CLEARING, 656L, FEES, 4L, "operator-payable:MTR HKD", -660L));
        assertThat(settled.charge().state().check()).isEqualTo(ConversionCheck.WITHIN);
        assertThat(settled.outcomes())
                .first()
                .extracting(outcome -> ((Outcome.Settled) outcome).estimatedMinor())
                .isEqualTo(85L);
    }

    /** 1.36 × 0.0150 = 0.0204, and 0.01 for rounding: 0.0304 either way. */
    @ParameterizedTest
    @CsvSource({
        "136, USD, WITHIN",
        "139, USD, WITHIN",
        "140, USD, OUTSIDE",
        "133, USD, WITHIN",
        "132, USD, OUTSIDE",
        "136, EUR, OUTSIDE"
    })
    void whatThePayerPaidIsCheckedAndSettledAllTheSame(long paid, String currency, ConversionCheck expected) {
        Conversion fare = byCard(0, hkd(1060), usd(136));
        post(LedgerRules.fare(fare));

        Charge charge = debited(ChargeRules.open(fare, true, TERMS), hkd(0), new Payer(paid, currency, 1))
                .charge();

        assertThat(charge.status()).isEqualTo(ChargeStatus.SETTLED);
        assertThat(charge.state().check()).isEqualTo(expected);
        assertThat(charge.state().payer()).isEqualTo(new Payer(paid, currency, 1));
        assertThat(balances).doesNotContainKey(RECEIVABLE).containsEntry(CLEARING, 1054L);
    }

    @Test
    void aProviderThatDoesNotSayWhatThePayerPaidIsNotBelievedWithin() {
        Charge opened = ChargeRules.open(byCard(0, hkd(1060), usd(136)), true, TERMS);

        assertThat(debited(opened, hkd(0), null).charge().state().check()).isEqualTo(ConversionCheck.NOT_TOLD);
    }

    @Test
    void aSpreadOnWhatTheProviderConvertsIsRefused() {
        Conversion crooked = Examples.conversion(WalletScheme.FOREIGN_CARD, 0, hkd(1060), usd(136), usd(1), 150);

        assertThat(crooked.refusal()).contains("SPREAD_NOT_OURS");
        assertThat(byCard(0, hkd(1060), usd(136)).refusal()).isEmpty();
    }

    private Booked debited(Charge opened, Money corrected, @org.jspecify.annotations.Nullable Payer payer) {
        Charge asked = ChargeRules.submit(opened, corrected);
        var answer = new ProviderAnswer.Debited("4200", asked.state().attempted(), payer, null);
        Booked booked = ChargeRules.book(asked, String.valueOf(asked.state().outTradeNo()), answer, T)
                .orElseThrow();
        booked.journals().forEach(this::post);
        return booked;
    }

    private static Conversion byCard(int revision, Money fare, Money estimate) {
        return Examples.conversion(WalletScheme.FOREIGN_CARD, revision, fare, estimate, usd(0), 150);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private void post(Journal journal) {
        for (Posting posting : journal.postings()) {
            String account = posting.account().name() + " " + posting.amount().currency();
            balances.merge(account, posting.amount().minor(), Math::addExact);
        }
        balances.values().removeIf(sum -> sum == 0);
    }
}
