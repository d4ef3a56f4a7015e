package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Units of one currency for one unit of another, crossed through the euro.
 *
 * @param value exact to {@link #SCALE} decimals
 * @param date the date of both legs
 * @param inForceFrom when both were published
 * @param rateIds the published rates it was made from, the base currency's first
 */
public record CrossRate(BigDecimal value, LocalDate date, Instant inForceFrom, List<String> rateIds) {

    /** Decimals kept: a fare of a million units is then exact to far less than a minor unit. */
    public static final int SCALE = 10;

    /** From two rates of one date with the euro as base: (quote per EUR) / (base per EUR), HALF_EVEN. */
    static CrossRate of(Rate basePerEuro, Rate quotePerEuro) {
        return new CrossRate(
                quotePerEuro.value().divide(basePerEuro.value(), SCALE, RoundingMode.HALF_EVEN),
                basePerEuro.date(),
                basePerEuro.inForceFrom(),
                List.of(basePerEuro.id(), quotePerEuro.id()));
    }
}
