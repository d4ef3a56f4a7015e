package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * At what rate and spread a journey is converted. They are settled by its first fare and kept for its corrections,
 * so that the deltas of a journey add up to the conversion of its net fare, whatever is published in between.
 *
 * @param rate units of the wallet's currency for one of the fare's, mid; exact
 * @param rateIds the published rates it was crossed from; empty for the same currency
 * @param spreadBasisPoints on the mid amount, in hundredths of a percent
 * @param policy by which the rate was chosen
 */
public record Terms(BigDecimal rate, List<String> rateIds, int spreadBasisPoints, RatePolicy policy) {

    private static final int BASIS_POINT_DECIMALS = 4;

    /** The same currency: nothing is converted and nothing is added. */
    public static final Terms AT_PAR = new Terms(BigDecimal.ONE, List.of(), 0, new RatePolicy.AtTap());

    /** The spread as a factor: 0.0050 for 50 basis points. */
    BigDecimal spreadFactor() {
        return BigDecimal.valueOf(spreadBasisPoints, BASIS_POINT_DECIMALS);
    }

    /** What the rider is charged by, spread included; exact. */
    public BigDecimal appliedRate() {
        return rate.multiply(BigDecimal.ONE.add(spreadFactor()));
    }
}
