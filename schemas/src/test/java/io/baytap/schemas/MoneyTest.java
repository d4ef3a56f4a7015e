package io.baytap.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyTest {

    private static final Currency HKD = Currency.getInstance("HKD");
    private static final Currency CNY = Currency.getInstance("CNY");

    @ParameterizedTest(name = "{0} × {1} {2} is {3}")
    @CsvSource({
        "1250, 0.5, HALF_EVEN, 625",
        "125, 0.5, HALF_EVEN, 62",
        "127, 0.5, HALF_EVEN, 64",
        "125, 0.5, HALF_UP, 63",
        "125, 0.5, DOWN, 62",
        "125, 0.5, UP, 63",
        "-125, 0.5, HALF_EVEN, -62",
        "-127, 0.5, HALF_EVEN, -64",
        "-125, 0.5, DOWN, -62",
        "-125, 0.5, FLOOR, -63",
        "1, 0.4999999999, HALF_EVEN, 0",
        "1, 0.5000000001, HALF_EVEN, 1",
        "3, 0.3333333333, HALF_EVEN, 1",
        "0, 7.9863, HALF_EVEN, 0",
    })
    void aFactorIsRoundedAsTheCallerSays(long minor, BigDecimal factor, RoundingMode rounding, long expected) {
        assertThat(new Money(minor, HKD).times(factor, rounding)).isEqualTo(new Money(expected, HKD));
    }

    @ParameterizedTest(name = "{0} {1} at {2} is {3} {4}")
    @CsvSource({
        // From the euro reference rates of 2026-04-09: 7.9863 / 9.1551 and back.
        "1250, HKD, 0.8723334535, 1090, CNY",
        "6080, HKD, 0.8723334535, 5304, CNY",
        "500, CNY, 1.1463506254, 573, HKD",
        // Another number of decimals shifts the point: 12.50 HKD at 19.5 yen, and 244 yen back.
        "1250, HKD, 19.5, 244, JPY",
        "244, JPY, 0.0512820513, 1251, HKD",
        "1, CNY, 1, 1, CNY",
    })
    void aConversionIsRoundedOnceToTheTargetsMinorUnit(
            long minor, String currency, BigDecimal rate, long expected, String target) {
        Money converted = Money.of(minor, currency).convert(rate, Currency.getInstance(target), RoundingMode.HALF_EVEN);

        assertThat(converted).isEqualTo(Money.of(expected, target));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"12.50, HKD, 1250", "12.5, HKD, 1250", "0, CNY, 0", "-0.01, CNY, -1", "300, JPY, 300"})
    void aPublishedAmountIsTakenExactly(BigDecimal major, String currency, long minor) {
        assertThat(Money.ofMajor(major, Currency.getInstance(currency))).isEqualTo(Money.of(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({"12.505, HKD", "0.5, JPY", "1e17, CNY"})
    void anAmountFinerThanTheMinorUnitOrBeyondTheRangeIsRefused(BigDecimal major, String currency) {
        assertThatThrownBy(() -> Money.ofMajor(major, Currency.getInstance(currency)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "{0} {1} reads {2}")
    @CsvSource({"1250, HKD, 12.50 HKD", "-5, CNY, -0.05 CNY", "0, HKD, 0.00 HKD", "300, JPY, 300 JPY"})
    void itReadsAsPeopleWriteIt(long minor, String currency, String expected) {
        assertThat(Money.of(minor, currency)).hasToString(expected);
    }

    @Test
    void currenciesAreNeverMixed() {
        Money hkd = new Money(1, HKD);
        Money cny = new Money(1, CNY);

        assertThatThrownBy(() -> hkd.plus(cny)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hkd.minus(cny)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hkd.compareTo(cny)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.max(hkd, cny)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.min(hkd, cny)).isInstanceOf(IllegalArgumentException.class);
        assertThat(hkd).isNotEqualTo(cny);
    }

    @Test
    void anAmountBeyondTheRangeIsAnErrorAndNotAnotherAmount() {
        Money most = new Money(Long.MAX_VALUE, HKD);
        Money least = new Money(Long.MIN_VALUE, HKD);
        Money cent = new Money(1, HKD);

        assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(new BigDecimal("1.1"), RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.convert(new BigDecimal("2"), CNY, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void roundingIsNeverGuessed() {
        assertThatThrownBy(() -> new Money(1, HKD).times(new BigDecimal("0.5"), RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsAgreeWithWholeNumbers(long seed) {
        var random = new SplittableRandom(seed);
        Money sum = Money.zero(HKD);
        BigInteger expected = BigInteger.ZERO;

        for (int i = 0; i < 100; i++) {
            long minor = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
            long count = random.nextLong(-50, 50);
            sum = i % 3 == 0
                    ? sum.minus(new Money(minor, HKD).times(count))
                    : sum.plus(new Money(minor, HKD).times(count));
            BigInteger product = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(count));
            expected = i % 3 == 0 ? expected.subtract(product) : expected.add(product);
        }

        assertThat(BigInteger.valueOf(sum.minor())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundingIsOffByHalfACentAtMostAndMirrorsTheSign(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            Money amount = new Money(random.nextLong(-10_000_000, 10_000_000), HKD);
            BigDecimal factor = BigDecimal.valueOf(random.nextLong(1, 30_000_000_000L), 10);

            Money rounded = amount.times(factor, RoundingMode.HALF_EVEN);

            BigDecimal exact = BigDecimal.valueOf(amount.minor()).multiply(factor);
            assertThat(exact.subtract(BigDecimal.valueOf(rounded.minor())).abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.5"));
            assertThat(amount.negated().times(factor, RoundingMode.HALF_EVEN)).isEqualTo(rounded.negated());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderIsThatOfTheMinorUnits(long seed) {
        var random = new SplittableRandom(seed);
        Money a = new Money(random.nextLong(), HKD);
        Money b = new Money(random.nextLong(), HKD);

        assertThat(Money.max(a, b).minor()).isEqualTo(Math.max(a.minor(), b.minor()));
        assertThat(Money.min(a, b).minor()).isEqualTo(Math.min(a.minor(), b.minor()));
        assertThat(a.isNegative()).isEqualTo(a.minor() < 0);
        assertThat(a.minus(a).isZero()).isTrue();
        assertThat(Money.ofMajor(a.toMajor(), HKD)).isEqualTo(a);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }
}
