package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.atHome;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What finance can follow with a pencil: a fare of 10.00 HKD, 9.30 CNY from the wallet, 0.05 of it spread, never paid. */
class BadDebtTest {

    private static final Conversion FARE = abroad(0, hkd(1000), cny(930), cny(5));

    private final Map<String, Long> balances = new TreeMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 5_000);
    }

    /** The operator bears it: it is owed nothing, and nobody holds anything, as if the ride had never been. */
    @Test
    void theOperatorBearsTheDebt() {
        post(LedgerRules.fare(FARE));

        post(LedgerRules.writtenOff(BadDebt.of(FARE, cny(930), BadDebtBearer.OPERATOR), T));

        assertThat(balances).isEmpty();
    }

    /** The issuer bears it: it owes us the 9.30 that the wallet did, and the operator is paid its 10.00. */
    @Test
    void theIssuerBearsTheDebt() {
        post(LedgerRules.fare(FARE));

        post(LedgerRules.writtenOff(BadDebt.of(FARE, cny(930), BadDebtBearer.ISSUER), T));

        assertThat(balances)
                .isEqualTo(Map.of(
                        "issuer-claims:WEIXIN_PAY CNY", 930L,
                        "fx-position CNY", -925L,
                        "fx-position HKD", 1000L,
                        "fx-spread CNY", -5L,
                        "operator-payable:MTR HKD", -1000L));
    }

    /**
     * 3.72 CNY (4.00 HKD, 0.02 spread) were corrected away, so 5.58 CNY are left. Of the fare 10.00 × 5.58 ÷ 9.30 = 6.00, of the
     * spread 0.05 × 5.58 ÷ 9.30 = 0.03: with the correction's own journal nothing stays.
     */
    @Test
    void whatWasCorrectedBeforeIsNotWrittenOffAgain() {
        post(LedgerRules.fare(FARE));
        post(LedgerRules.fare(abroad(1, hkd(-400), cny(-372), cny(-2))));
        BadDebt debt = BadDebt.of(FARE, cny(558), BadDebtBearer.OPERATOR);

        post(LedgerRules.writtenOff(debt, T));

        assertThat(debt.fare()).isEqualTo(hkd(600));
        assertThat(debt.spread()).isEqualTo(cny(3));
        assertThat(balances).isEmpty();
    }

    /**
     * 4.30 of 9.30 CNY were given back otherwise, 5.00 are left: fare 10.00 × 5.00 ÷ 9.30 = 5.376, so 5.38; spread
     * 0.05 × 5.00 ÷ 9.30 = 0.0269, so 0.03; at mid 5.00 − 0.03 = 4.97.
     */
    @Test
    void sharesAreRoundedHalfUp() {
        BadDebt debt = BadDebt.of(FARE, cny(500), BadDebtBearer.OPERATOR);

        assertThat(debt.fare()).isEqualTo(hkd(538));
        assertThat(debt.spread()).isEqualTo(cny(3));
        assertThat(debt.mid()).isEqualTo(cny(497));
    }

    @Test
    void theOperatorIsPaidLessOnlyWhereItBearsTheDebt() {
        assertThat(BadDebt.of(FARE, cny(558), BadDebtBearer.OPERATOR).operatorDelta())
                .isEqualTo(hkd(-600));
        assertThat(BadDebt.of(FARE, cny(558), BadDebtBearer.ISSUER).operatorDelta())
                .isEqualTo(hkd(0));
    }

    /** Paid after all: 9.30 come in, and the write-off is taken back to the cent. */
    @Test
    void aLaterRecoveryReversesIt() {
        post(LedgerRules.fare(FARE));
        BadDebt debt = BadDebt.of(FARE, cny(930), BadDebtBearer.OPERATOR);
        post(LedgerRules.writtenOff(debt, T));
        Charge charge = Examples.submitted();

        post(LedgerRules.settled(charge.facts(), cny(930), T));
        post(LedgerRules.recovered(debt, T));

        assertThat(balances)
                .isEqualTo(Map.of(
                        "provider-clearing:WEIXIN_PAY CNY", 930L,
                        "fx-position CNY", -925L,
                        "fx-position HKD", 1000L,
                        "fx-spread CNY", -5L,
                        "operator-payable:MTR HKD", -1000L));
    }

    /** In one currency there is no position: 10.00 HKD off the receivable, 10.00 HKD off what the operator is owed. */
    @Test
    void aDebtInTheOperatorsCurrency() {
        Conversion fare = atHome(0, hkd(1000));
        post(LedgerRules.fare(fare));

        post(LedgerRules.writtenOff(BadDebt.of(fare, hkd(1000), BadDebtBearer.OPERATOR), T));

        assertThat(balances).isEmpty();
    }

    /** A card owes the fare itself, whatever it would have cost in USD. */
    @Test
    void aDebtOfAForeignCard() {
        Conversion fare = Examples.conversion(
                WalletScheme.FOREIGN_CARD, 0, hkd(1060), Money.of(136, "USD"), Money.of(0, "USD"), 150);
        post(LedgerRules.fare(fare));

        post(LedgerRules.writtenOff(BadDebt.of(fare, hkd(1060), BadDebtBearer.ISSUER), T));

        assertThat(balances)
                .isEqualTo(Map.of("issuer-claims:FOREIGN_CARD HKD", 1060L, "operator-payable:MTR HKD", -1060L));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writingOffAndRecoveringLeavesEveryAccountWhereItWas(long seed) {
        var random = new SplittableRandom(seed);
        long wallet = random.nextLong(1, 100_000);
        Conversion fare = abroad(0, hkd(random.nextLong(1, 100_000)), cny(wallet), cny(random.nextLong(0, wallet)));
        BadDebtBearer bearer = random.nextBoolean() ? BadDebtBearer.OPERATOR : BadDebtBearer.ISSUER;
        BadDebt debt = BadDebt.of(fare, cny(random.nextLong(1, wallet + 1)), bearer);
        post(LedgerRules.fare(fare));
        Map<String, Long> before = Map.copyOf(balances);

        post(LedgerRules.writtenOff(debt, T));
        assertThat(balances.getOrDefault("wallet-receivable:WEIXIN_PAY CNY", 0L))
                .isEqualTo(wallet - debt.owed().minor());
        post(LedgerRules.recovered(debt, T));

        assertThat(balances).isEqualTo(before);
    }

    private void post(Journal journal) {
        for (Posting posting : journal.postings()) {
            String account = posting.account().name() + " " + posting.amount().currency();
            balances.merge(account, posting.amount().minor(), Math::addExact);
        }
        balances.values().removeIf(sum -> sum == 0);
    }
}
