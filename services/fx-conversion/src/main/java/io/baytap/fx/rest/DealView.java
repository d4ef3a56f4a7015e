package io.baytap.fx.rest;

import io.baytap.fx.domain.DeskBook.Struck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A deal.
 *
 * @param struckAt the cut-off
 * @param rate units of {@code quote} for one of {@code base}
 * @param baseMinor bought where positive, sold where negative
 * @param quoteMinor got where positive, paid where negative
 * @param realisedMinor profit, or loss where negative, in {@code quote}
 */
public record DealView(
        String id,
        Instant struckAt,
        LocalDate valueDate,
        String base,
        String quote,
        String rate,
        List<String> rateIds,
        long baseMinor,
        long quoteMinor,
        long realisedMinor,
        long conversions) {

    static DealView of(Struck deal) {
        return new DealView(
                deal.id(),
                deal.at(),
                deal.valueDate(),
                deal.base().currency().getCurrencyCode(),
                deal.quote().currency().getCurrencyCode(),
                deal.rate().toPlainString(),
                deal.rateIds(),
                deal.base().minor(),
                deal.quote().minor(),
                deal.realised().minor(),
                deal.conversions());
    }
}
