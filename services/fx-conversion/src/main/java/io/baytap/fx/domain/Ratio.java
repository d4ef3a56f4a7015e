package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price as a fraction of published decimals: exact until it is read off. So a rate that is turned round or crossed is
 * rounded once, and never made from a rounded one.
 */
record Ratio(BigDecimal numerator, BigDecimal denominator) {

    static final Ratio ONE = new Ratio(BigDecimal.ONE, BigDecimal.ONE);

    Ratio {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("a rate is positive: " + numerator + "/" + denominator);
        }
    }

    static Ratio of(BigDecimal value) {
        return new Ratio(value, BigDecimal.ONE);
    }

    Ratio inverse() {
        return new Ratio(denominator, numerator);
    }

    Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** As a decimal, HALF_EVEN. */
    BigDecimal value(int scale) {
        return numerator.divide(denominator, scale, RoundingMode.HALF_EVEN);
    }
}
