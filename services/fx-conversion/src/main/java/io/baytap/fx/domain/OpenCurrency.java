package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is open in one currency for one value date, over all pairs.
 *
 * @param amount held where positive, owed where negative
 * @param limit of the currency; null if it has none
 * @param alarm whether the amount, or that of one pair alone, is beyond the limit
 * @param parts what each pair contributes
 */
public record OpenCurrency(
        LocalDate valueDate,
        Currency currency,
        Money amount,
        @Nullable Money limit,
        boolean alarm,
        List<Part> parts) {

    /** Of one pair. */
    public record Part(Pair pair, Money amount, long conversions) {}

    /** From all open exposures, by value date and currency. */
    public static List<OpenCurrency> of(List<Exposure> open, ExposureLimits limits) {
        Map<LocalDate, Map<String, List<Part>>> parts = new TreeMap<>();
        for (Exposure exposure : open) {
            for (Money side : List.of(exposure.base(), exposure.quote())) {
                parts.computeIfAbsent(exposure.valueDate(), _ -> new TreeMap<>())
                        .computeIfAbsent(side.currency().getCurrencyCode(), _ -> new ArrayList<>())
                        .add(new Part(exposure.pair(), side, exposure.conversions()));
            }
        }
        return parts.entrySet().stream()
                .flatMap(date -> date.getValue().values().stream().map(each -> of(date.getKey(), each, limits)))
                .toList();
    }

    private static OpenCurrency of(LocalDate valueDate, List<Part> parts, ExposureLimits limits) {
        Money sum = parts.stream().map(Part::amount).reduce(Money::plus).orElseThrow();
        Optional<Money> limit = limits.of(sum.currency());
        boolean alarm = limits.exceeds(sum) || parts.stream().anyMatch(part -> limits.exceeds(part.amount()));
        List<Part> ordered = parts.stream()
                .sorted(Comparator.comparing(part -> part.pair().toString()))
                .toList();
        return new OpenCurrency(valueDate, sum.currency(), sum, limit.orElse(null), alarm, ordered);
    }
}
