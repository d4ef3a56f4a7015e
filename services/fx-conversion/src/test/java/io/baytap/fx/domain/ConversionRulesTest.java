package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.domain.WalletScheme.WECHAT_PAY_HK;
import static io.baytap.fx.domain.WalletScheme.WEIXIN_PAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionRulesTest {

    private static final Instant NOON = publication(APRIL_9).plusSeconds(3600);
    private static final RateBook RATES = book(List.of(april9()));
    private static final RatePolicies AT_TAP = new RatePolicies(Map.of());
    private static final Spreads HALF_A_PERCENT = new Spreads(50, Map.of());

    /** Worked by hand from the rates of 2026-04-09: 1 HKD = 0.8723334535 CNY, 1 CNY = 1.1463506254 HKD. */
    @ParameterizedTest(name = "{0}: {1} {2} is {3} and {4} of spread")
    @CsvSource({
        // 12.50 HKD: 1090.416816875 fen, 1090; a half percent 5.45, 5
        "WEIXIN_PAY, 1250, HKD, 1090, 5",
        // 60.80 HKD, the dearest MTR fare: 5303.78739728, 5304; 26.52, 27
        "WEIXIN_PAY, 6080, HKD, 5304, 27",
        // 3.30 HKD, a tram: 287.870039655, 288; 1.44, 1
        "WEIXIN_PAY, 330, HKD, 288, 1",
        // 0.01 HKD: 0.87, 1; 0.005, 0
        "WEIXIN_PAY, 1, HKD, 1, 0",
        // 5.00 CNY in Shenzhen: 573.1753127, 573; 2.865, 3
        "WECHAT_PAY_HK, 500, CNY, 573, 3",
        // 15.00 CNY: 1719.5259381, 1720; 8.6, 9
        "WECHAT_PAY_HK, 1500, CNY, 1720, 9",
        "WECHAT_PAY_HK, 1250, HKD, 1250, 0",
        "WEIXIN_PAY, 500, CNY, 500, 0",
        "WEIXIN_PAY, 0, HKD, 0, 0",
    })
    void aFareIsConvertedAtTheRateInForce(
            WalletScheme scheme, long minor, String currency, long midMinor, long spreadMinor) {
        Fare fare = fare(scheme, currency, minor, minor);

        Conversion conversion = convert(fare);

        assertThat(conversion.mid()).isEqualTo(new Money(midMinor, scheme.currency()));
        assertThat(conversion.spread()).isEqualTo(new Money(spreadMinor, scheme.currency()));
        assertThat(conversion.wallet()).isEqualTo(new Money(midMinor + spreadMinor, scheme.currency()));
    }

    /** Held at 60.80 at first, then 12.50 when the exit came: what is left is the conversion of 12.50. */
    @Test
    void aCorrectionLeavesExactlyTheConversionOfTheCorrectedFare() {
        Conversion held = convert(fare(WEIXIN_PAY, "HKD", 6080, 6080));
        Conversion corrected = convert(fare(WEIXIN_PAY, "HKD", 1250 - 6080, 1250));

        assertThat(held.wallet()).isEqualTo(Money.of(5331, "CNY"));
        assertThat(corrected.wallet()).isEqualTo(Money.of(1095 - 5331, "CNY"));
        assertThat(corrected.spread()).isEqualTo(Money.of(5 - 27, "CNY"));
    }

    @Test
    void aJourneyThatWasNoneIsGivenBackToTheCent() {
        Conversion charged = convert(fare(WEIXIN_PAY, "HKD", 330, 330));
        Conversion cancelled = convert(fare(WEIXIN_PAY, "HKD", -330, 0));

        assertThat(cancelled.wallet()).isEqualTo(charged.wallet().negated());
        assertThat(cancelled.spread()).isEqualTo(charged.spread().negated());
    }

    @Test
    void aHalfIsRoundedToTheEvenCent() {
        var half = new Terms(new java.math.BigDecimal("0.5"), List.of(), 0, new RatePolicy.AtTap());

        assertThat(LongStream.of(1, 3, 5, -1, -3, -5)
                        .map(minor -> ConversionRules.convert(fare(WEIXIN_PAY, "HKD", minor, minor), half)
                                .wallet()
                                .minor()))
                .containsExactly(0L, 2L, 2L, 0L, -2L, -2L);
    }

    @Test
    void noRateMeansNoTermsAndNoGuess() {
        Fare early = new Fare(
                "fare:1", "journey:1", 0, publication(APRIL_9).minusSeconds(1), WEIXIN_PAY, hkd(100), hkd(100));

        assertThat(ConversionRules.terms(early, NOON, RATES, HALF_A_PERCENT, AT_TAP))
                .isEmpty();
    }

    @Test
    void noRateIsNeededInTheWalletsOwnCurrency() {
        Fare early = new Fare("fare:1", "journey:1", 0, Instant.EPOCH, WECHAT_PAY_HK, hkd(100), hkd(100));

        assertThat(ConversionRules.terms(early, NOON, RATES, HALF_A_PERCENT, AT_TAP))
                .contains(Terms.AT_PAR);
    }

    @Test
    void aSchemeMayHaveASpreadOfItsOwn() {
        var spreads = new Spreads(50, Map.of(WECHAT_PAY_HK, 0));

        assertThat(ConversionRules.terms(fare(WECHAT_PAY_HK, "CNY", 500, 500), NOON, RATES, spreads, AT_TAP)
                        .orElseThrow()
                        .spreadBasisPoints())
                .isZero();
        assertThat(ConversionRules.terms(fare(WEIXIN_PAY, "HKD", 500, 500), NOON, RATES, spreads, AT_TAP)
                        .orElseThrow()
                        .spreadBasisPoints())
                .isEqualTo(50);
    }

    @Test
    void anAmountThatNoWalletCanHoldIsAnError() {
        Fare fare = fare(WECHAT_PAY_HK, "CNY", Long.MAX_VALUE, Long.MAX_VALUE);

        assertThatThrownBy(() -> convert(fare)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theDeltasOfAJourneyAddUpToTheConversionOfItsNetFare(long seed) {
        var random = new SplittableRandom(seed);
        WalletScheme scheme = random.nextBoolean() ? WEIXIN_PAY : WECHAT_PAY_HK;
        String currency = scheme == WEIXIN_PAY ? "HKD" : "CNY";
        List<Conversion> deltas = new ArrayList<>();
        long net = 0;

        for (int revision = 0; revision < 1 + random.nextInt(12); revision++) {
            long next = random.nextLong(20_000);
            deltas.add(convert(fare(scheme, currency, next - net, next)));
            net = next;
        }

        Conversion whole = convert(fare(scheme, currency, net, net));
        assertThat(sum(deltas, scheme, true)).isEqualTo(whole.wallet());
        assertThat(sum(deltas, scheme, false)).isEqualTo(whole.spread());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conversionAgreesWithFractionsOfWholeNumbers(long seed) {
        var random = new SplittableRandom(seed);
        long before = random.nextLong(1_000_000);
        long net = random.nextLong(1_000_000);

        Conversion conversion = convert(fare(WEIXIN_PAY, "HKD", net - before, net));

        assertThat(conversion.mid().minor()).isEqualTo(Fractions.mid(net) - Fractions.mid(before));
        assertThat(conversion.spread().minor()).isEqualTo(Fractions.spread(net) - Fractions.spread(before));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRefundMirrorsItsChargeAndTheSpreadHasTheSignOfTheFare(long seed) {
        long minor = new SplittableRandom(seed).nextLong(1, 1_000_000);

        Conversion up = convert(fare(WECHAT_PAY_HK, "CNY", minor, minor));
        Conversion down = convert(fare(WECHAT_PAY_HK, "CNY", -minor, 0));

        assertThat(down.wallet()).isEqualTo(up.wallet().negated());
        assertThat(down.spread()).isEqualTo(up.spread().negated());
        assertThat(up.spread().isNegative()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameCurrencyIsLeftAsItIs(long seed) {
        var random = new SplittableRandom(seed);
        long net = random.nextLong(1_000_000);
        long delta = net - random.nextLong(1_000_000);

        Conversion conversion = convert(fare(WECHAT_PAY_HK, "HKD", delta, net));

        assertThat(conversion.wallet()).isEqualTo(hkd(delta));
        assertThat(conversion.spread()).isEqualTo(hkd(0));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /** The same sums in whole numbers, from the published figures, without any of the code under test. */
    private static final class Fractions {
        private static final BigInteger TEN_DECIMALS = BigInteger.TEN.pow(10);
        /** 7.9863 / 9.1551, rounded to ten decimals: both figures have four, so they cancel. */
        private static final BigInteger RATE =
                roundHalfEven(BigInteger.valueOf(79_863).multiply(TEN_DECIMALS), BigInteger.valueOf(91_551));

        static long mid(long net) {
            return roundHalfEven(BigInteger.valueOf(net).multiply(RATE), TEN_DECIMALS)
                    .longValueExact();
        }

        static long spread(long net) {
            return roundHalfEven(BigInteger.valueOf(mid(net) * 50), BigInteger.valueOf(10_000))
                    .longValueExact();
        }

        /** Of a positive fraction. */
        private static BigInteger roundHalfEven(BigInteger numerator, BigInteger denominator) {
            BigInteger[] whole = numerator.divideAndRemainder(denominator);
            int half = whole[1].shiftLeft(1).compareTo(denominator);
            boolean up = half > 0 || (half == 0 && whole[0].testBit(0));
            return up ? whole[0].add(BigInteger.ONE) : whole[0];
        }
    }

    private static Money sum(List<Conversion> deltas, WalletScheme scheme, boolean wallet) {
        return deltas.stream()
                .map(delta -> wallet ? delta.wallet() : delta.spread())
                .reduce(Money.zero(scheme.currency()), Money::plus);
    }

    private static Conversion convert(Fare fare) {
        Terms terms =
                ConversionRules.terms(fare, NOON, RATES, HALF_A_PERCENT, AT_TAP).orElseThrow();
        return ConversionRules.convert(fare, terms);
    }

    private static Fare fare(WalletScheme scheme, String currency, long delta, long net) {
        return new Fare("fare:1", "journey:1", 0, NOON, scheme, Money.of(delta, currency), Money.of(net, currency));
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }
}
