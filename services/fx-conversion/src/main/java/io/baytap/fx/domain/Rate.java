package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A published reference rate: one {@code base} costs {@code value} of {@code quote}.
 *
 * @param source who published it: ECB
 * @param value exact as published; positive
 * @param date the date its publisher gives it
 * @param inForceFrom when it was published; it applies to nothing before
 */
public record Rate(
        String source, Currency base, Currency quote, BigDecimal value, LocalDate date, Instant inForceFrom) {

    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate is positive: " + value);
        }
    }

    /** {@code <source>:<base>/<quote>:<date>}: a rate that is published again replaces the one before. */
    public String id() {
        return source + ":" + base.getCurrencyCode() + "/" + quote.getCurrencyCode() + ":" + date;
    }
}
