package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A published rate: one {@code base} costs {@code value} of {@code quote}, in the order that {@link Pair} gives them.
 *
 * @param source who published it: ECB, or the name of another source
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
        if (!Pair.conventional(base, quote)) {
            throw new IllegalArgumentException("quoted as " + quote + "/" + base + ", never as " + base + "/" + quote);
        }
    }

    /** What it prices. */
    public Pair pair() {
        return new Pair(base, quote);
    }

    /** {@code <source>:<base>/<quote>:<date>}: a rate that is published again replaces the one before. */
    public String id() {
        return source + ":" + base.getCurrencyCode() + "/" + quote.getCurrencyCode() + ":" + date;
    }
}
