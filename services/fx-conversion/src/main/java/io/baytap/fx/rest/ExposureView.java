package io.baytap.fx.rest;

import io.baytap.fx.domain.OpenCurrency;
import io.baytap.schemas.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open in a currency for a value date.
 *
 * @param openMinor whole minor units: held where positive, owed where negative
 * @param limitMinor null if the currency has no limit
 */
public record ExposureView(
        LocalDate valueDate,
        String currency,
        long openMinor,
        @Nullable Long limitMinor,
        boolean alarm,
        List<PairView> pairs) {

    /** What a pair contributes, and of how many conversions. */
    public record PairView(String pair, long openMinor, long conversions) {}

    static ExposureView of(OpenCurrency open) {
        Money limit = open.limit();
        return new ExposureView(
                open.valueDate(),
                open.currency().getCurrencyCode(),
                open.amount().minor(),
                limit == null ? null : limit.minor(),
                open.alarm(),
                open.parts().stream()
                        .map(part -> new PairView(
                                part.pair().toString(), part.amount().minor(), part.conversions()))
                        .toList());
    }
}
