package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in {@code fx-position} and {@code fx-result}, against the published rates, to the last digit. */
class FxPositionTest {

    private static final LocalDate VALUE_DATE = LocalDate.parse("2026-04-10");

    /**
     * A tram, 3.30 HKD at 0.8723334535, spread 50 basis points. Mid: 287.870039655 fen, booked 288; spread 1.44, booked 1. So
     * 0.129960345 fen are in the position beyond the rate, and −0.439350198275 in the spread: −0.309389853275 in all.
     */
    @Test
    void aTramFaresResidueIsSplitBetweenPositionAndSpread() {
        ConversionRates rates = ConversionRates.of(
                new BigDecimal("0.8723334535"), new BigDecimal("0.8766951207675"), List.of(), hkd(330), cny(289));

        assertThat(rates.positionResidue(hkd(330), cny(288))).isEqualByComparingTo("0.129960345");
        assertThat(rates.residue(hkd(330), cny(289))).isEqualByComparingTo("-0.309389853275");
    }

    /** 100 yen have no minor unit: 1 yen is 0.05 HKD, so one minor unit of yen is five of HKD. */
    @Test
    void ratesAreBetweenMinorUnitsWhateverTheCurrencys() {
        ConversionRates rates = ConversionRates.of(
                new BigDecimal("0.05"), new BigDecimal("0.05"), List.of(), Money.of(100, "JPY"), hkd(500));

        assertThat(rates.residue(Money.of(100, "JPY"), hkd(500))).isEqualByComparingTo("0");
    }

    /**
     * A day of fares in both directions at changing rates, dealt at its end. Nothing is open; and the result is what the
     * rates moved by between the fares and the deal, and the residues, those in the base currency at the deal's rate.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ratesAndResiduesExplainPositionAndResultToTheLastDigit(long seed) {
        var random = new SplittableRandom(seed);
        BigDecimal dealt = rate(random);
        List<Conversion> fares = new ArrayList<>();
        for (int i = random.nextInt(1, 40); i > 0; i--) {
            fares.add(random.nextBoolean() ? inHongKong(random) : inShenzhen(random));
        }
        Map<String, Long> ledger = new TreeMap<>();
        fares.forEach(fare -> post(ledger, LedgerRules.fare(fare)));
        FxDeal deal = deal(ledger, dealt);

        assertThat(deal.refusal()).isEmpty();
        post(ledger, LedgerRules.deal(deal));

        BigDecimal explained = deal.residue();
        for (Conversion fare : fares) {
            ConversionRates rates = Objects.requireNonNull(fare.rates());
            BigDecimal amount = BigDecimal.valueOf(fare.fare().minor());
            BigDecimal residue = rates.positionResidue(fare.fare(), fare.mid());
            assertThat(BigDecimal.valueOf(fare.wallet().minor()))
                    .as("what the wallet pays beyond the exact mid is spread and residue")
                    .isEqualByComparingTo(rates.mid()
                            .multiply(amount)
                            .add(BigDecimal.valueOf(fare.spread().minor()))
                            .add(residue));
            assertThat(residue.abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
            boolean owedIsBase = fare.fare().currency().getCurrencyCode().equals("HKD");
            explained = explained.add(
                    owedIsBase
                            ? amount.multiply(rates.mid().subtract(dealt)).add(residue)
                            : amount.multiply(rates.mid().multiply(dealt).subtract(BigDecimal.ONE))
                                    .add(residue.multiply(dealt)));
        }
        assertThat(ledger).doesNotContainKeys("fx-position HKD", "fx-position CNY", "fx-result HKD");
        assertThat(BigDecimal.valueOf(-ledger.getOrDefault("fx-result CNY", 0L)))
                .isEqualByComparingTo(explained)
                .isEqualByComparingTo(BigDecimal.valueOf(deal.realised().minor()));
    }

    @Test
    void aDealWhoseAmountsDoNotFollowFromItsRateIsRefused() {
        var exposed = new FxDeal.Pair(hkd(-1060), cny(980));
        var exchanged = new FxDeal.Pair(hkd(1060), cny(-986));

        assertThat(new FxDeal("d", T, VALUE_DATE, new BigDecimal("0.931"), exposed, exchanged, cny(-6)).refusal())
                .contains("RATE_DISAGREES");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3_000);
    }

    private static FxDeal deal(Map<String, Long> ledger, BigDecimal rate) {
        // Held is positive here; the ledger has debits positive, and what is held came in by a credit.
        Money base = hkd(-ledger.getOrDefault("fx-position HKD", 0L));
        Money quote = cny(-ledger.getOrDefault("fx-position CNY", 0L));
        Money paid = cny(half(rate.multiply(BigDecimal.valueOf(base.minor()))));
        return new FxDeal(
                "deal:HKD/CNY:" + VALUE_DATE,
                T,
                VALUE_DATE,
                rate,
                new FxDeal.Pair(base, quote),
                new FxDeal.Pair(base.negated(), paid),
                quote.plus(paid));
    }

    private static Conversion inHongKong(SplittableRandom random) {
        return conversion(WalletScheme.WEIXIN_PAY, hkd(random.nextLong(1, 20_000)), "CNY", rate(random), random);
    }

    private static Conversion inShenzhen(SplittableRandom random) {
        BigDecimal inverse = BigDecimal.ONE.divide(rate(random), 10, RoundingMode.HALF_EVEN);
        return conversion(WalletScheme.WECHAT_PAY_HK, cny(random.nextLong(1, 20_000)), "HKD", inverse, random);
    }

    private static Conversion conversion(
            WalletScheme scheme, Money fare, String currency, BigDecimal rate, SplittableRandom random) {
        int basisPoints = random.nextInt(0, 301);
        Money mid = Money.of(half(rate.multiply(BigDecimal.valueOf(fare.minor()))), currency);
        Money spread = Money.of(half(BigDecimal.valueOf(mid.minor() * basisPoints, 4)), currency);
        BigDecimal applied = rate.multiply(BigDecimal.ONE.add(BigDecimal.valueOf(basisPoints, 4)));
        return Examples.conversion(
                scheme, fare, mid.plus(spread), spread, new ConversionRates(rate, applied, List.of()));
    }

    private static long half(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private static BigDecimal rate(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(8_600_000_000L, 8_800_000_000L), 10);
    }

    private static void post(Map<String, Long> ledger, Journal journal) {
        journal.postings()
                .forEach(posting -> ledger.merge(
                        posting.account().name() + " "
                                + posting.amount().currency().getCurrencyCode(),
                        posting.amount().minor(),
                        Math::addExact));
        ledger.values().removeIf(minor -> minor == 0);
    }
}
