package io.baytap.tariffs.published;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a crossing costs, either way.
 *
 * @param deck UPPER or LOWER; empty where the boat has one class, and taps name no deck
 * @param fare in whole units of the currency, two decimals
 * @param source where the figure was seen
 */
public record StarFerryFare(
        String routeId,
        String deck,
        String dayType,
        BigDecimal fare,
        String currency,
        String effective,
        String source) {

    static final Table<StarFerryFare> TABLE = new Table<>(
            "star-ferry-fares.csv",
            List.of("route_id", "deck", "day_type", "fare", "currency", "effective", "source"),
            r -> List.of(r.routeId, r.deck, r.dayType, r.fare.toPlainString(), r.currency, r.effective, r.source),
            f -> new StarFerryFare(
                    f.text("route_id"),
                    f.text("deck"),
                    f.text("day_type"),
                    f.amount("fare"),
                    f.text("currency"),
                    f.text("effective"),
                    f.text("source")));
}
