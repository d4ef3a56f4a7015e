package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.CNY;
import static io.baytap.fx.domain.PublishedRates.HKD;
import static io.baytap.fx.domain.WalletScheme.WECHAT_PAY_HK;
import static io.baytap.fx.domain.WalletScheme.WEIXIN_PAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rounding does to the amounts, to the last digit. */
class ResidueTest {

    private static final BigDecimal CNY_PER_HKD = new BigDecimal("0.8723334535");

    /** 3.30 HKD, a tram: 330 × 0.8723334535 × 1.005 = 289.309389853275 fen; 288 + 1 are paid. */
    @Test
    void aTramFaresResidueIsWhatRoundingLeft() {
        Conversion conversion = ConversionRules.convert(fare(WEIXIN_PAY, 330, 330), terms(CNY_PER_HKD, 50));

        assertThat(conversion.wallet()).isEqualTo(new Money(289, CNY));
        assertThat(conversion.residue()).isEqualTo(new BigDecimal("-0.309389853275"));
        assertThat(conversion.terms().appliedRate()).isEqualByComparingTo("0.8766951207675");
    }

    @Test
    void theSameCurrencyLeavesNoResidue() {
        assertThat(ConversionRules.convert(fare(WECHAT_PAY_HK, 330, 330), Terms.AT_PAR)
                        .residue())
                .isEqualTo(BigDecimal.ZERO);
    }

    /** A day of journeys with corrections: what wallets paid is what fares came to at the exact rate, and the residues. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theResidueAccountExplainsEveryCent(long seed) {
        var random = new SplittableRandom(seed);
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal residues = BigDecimal.ZERO;
        int journeys = 20;
        for (int journey = 0; journey < journeys; journey++) {
            Terms terms = terms(anyRate(random), random.nextInt(0, 301));
            long net = 0;
            for (int revision = random.nextInt(1, 5); revision > 0; revision--) {
                long next = random.nextLong(0, 20_000);
                Conversion conversion = ConversionRules.convert(fare(WEIXIN_PAY, next - net, next), terms);
                paid = paid.add(BigDecimal.valueOf(conversion.wallet().minor()));
                exact = exact.add(terms.appliedRate().multiply(BigDecimal.valueOf(next - net)));
                residues = residues.add(conversion.residue());
                net = next;
            }
        }

        assertThat(paid).isEqualByComparingTo(exact.add(residues));
        // One journey's mid and spread round by half a minor unit each, and a spread's share of the mid's.
        assertThat(residues.abs()).isLessThan(new BigDecimal("1.02").multiply(BigDecimal.valueOf(journeys)));
    }

    /** What is beyond the exact mid is the booked spread and the mid's residue: the latter is what a position holds. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatAWalletPaysBeyondTheExactMidIsSpreadAndTheMidsResidue(long seed) {
        var random = new SplittableRandom(seed);
        Terms terms = terms(anyRate(random), random.nextInt(0, 301));
        long net = random.nextLong(1, 100_000);

        Conversion conversion = ConversionRules.convert(fare(WEIXIN_PAY, net, net), terms);

        BigDecimal exactMid = terms.rate().multiply(BigDecimal.valueOf(net));
        BigDecimal exactSpread = exactMid.multiply(terms.spreadFactor());
        BigDecimal spread = BigDecimal.valueOf(conversion.spread().minor());
        BigDecimal midResidue = BigDecimal.valueOf(conversion.mid().minor()).subtract(exactMid);
        assertThat(BigDecimal.valueOf(conversion.wallet().minor()).subtract(exactMid))
                .isEqualByComparingTo(spread.add(midResidue))
                .isEqualByComparingTo(exactSpread.add(conversion.residue()));
        assertThat(midResidue.abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
        assertThat(conversion.residue()).isEqualByComparingTo(midResidue.add(spread.subtract(exactSpread)));
    }

    /**
     * Out at the rate, back at its inverse: mid by mid, what comes back is what went, give or take one minor unit of the
     * dearer currency; with a spread each way, less those spreads.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRoundTripLosesAtMostTheSpreadAndOneMinorUnit(long seed) {
        var random = new SplittableRandom(seed);
        BigDecimal rate = anyRate(random);
        BigDecimal inverse = BigDecimal.ONE.divide(rate, CrossRate.SCALE, RoundingMode.HALF_EVEN);
        int basisPoints = random.nextInt(0, 301);
        long fare = random.nextLong(1, 100_000);

        Conversion out = ConversionRules.convert(fare(WEIXIN_PAY, fare, fare), terms(rate, basisPoints));
        long collected = out.wallet().minor();
        Conversion back =
                ConversionRules.convert(fare(WECHAT_PAY_HK, collected, collected, CNY), terms(inverse, basisPoints));

        BigDecimal loss = BigDecimal.valueOf(back.wallet().minor() - fare);
        BigDecimal spreads = BigDecimal.valueOf(back.spread().minor())
                .add(inverse.multiply(BigDecimal.valueOf(out.spread().minor())));
        BigDecimal unit = BigDecimal.ONE.max(inverse);
        assertThat(loss.subtract(spreads).abs()).isLessThanOrEqualTo(unit);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3_000);
    }

    /** HKD/CNY between 0.80 and 0.99: wider than it was in fifteen years. */
    private static BigDecimal anyRate(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(8_000_000_000L, 9_900_000_000L), CrossRate.SCALE);
    }

    private static Terms terms(BigDecimal rate, int basisPoints) {
        return new Terms(rate, List.of(), basisPoints, new RatePolicy.AtTap());
    }

    private static Fare fare(WalletScheme scheme, long delta, long net) {
        return fare(scheme, delta, net, HKD);
    }

    private static Fare fare(WalletScheme scheme, long delta, long net, java.util.Currency currency) {
        return new Fare(
                "fare:1", "journey:1", 0, Instant.EPOCH, scheme, new Money(delta, currency), new Money(net, currency));
    }
}
