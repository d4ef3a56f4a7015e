package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Units of one currency for one unit of another, as they follow from what one source published for one date.
 *
 * @param value exact to {@link #SCALE} decimals
 * @param source who published it
 * @param date the date of all legs
 * @param inForceFrom when they were published
 * @param rateIds the published rates it was made from, the base currency's first
 */
public record CrossRate(BigDecimal value, String source, LocalDate date, Instant inForceFrom, List<String> rateIds) {

    /** Decimals kept: a fare of a million units is then exact to far less than a minor unit. */
    public static final int SCALE = 10;
}
