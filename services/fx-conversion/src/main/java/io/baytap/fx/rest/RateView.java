package io.baytap.fx.rest;

import io.baytap.fx.domain.CrossRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A rate in force.
 *
 * @param rate units of {@code quote} for one {@code base}: exact decimal
 * @param date the date its publisher gives both legs
 * @param inForceFrom when it was published
 * @param rateIds the published rates it was made from
 */
public record RateView(
        String base, String quote, Instant at, String rate, LocalDate date, Instant inForceFrom, List<String> rateIds) {

    static RateView of(Currency base, Currency quote, Instant at, CrossRate rate) {
        return new RateView(
                base.getCurrencyCode(),
                quote.getCurrencyCode(),
                at,
                rate.value().toPlainString(),
                rate.date(),
                rate.inForceFrom(),
                rate.rateIds());
    }
}
