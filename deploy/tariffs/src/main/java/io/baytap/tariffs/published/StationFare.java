package io.baytap.tariffs.published;

import java.math.BigDecimal;
import java.util.List;

/** What a journey between two stations costs an adult, in whole units of the currency, two decimals. */
public record StationFare(String routeId, String fromStopId, String toStopId, BigDecimal fare, String currency) {

    static final Table<StationFare> TABLE = new Table<>(
            "station-fares.csv",
            List.of("route_id", "from_stop_id", "to_stop_id", "fare", "currency"),
            r -> List.of(r.routeId, r.fromStopId, r.toStopId, r.fare.toPlainString(), r.currency),
            f -> new StationFare(
                    f.text("route_id"),
                    f.text("from_stop_id"),
                    f.text("to_stop_id"),
                    f.amount("fare"),
                    f.text("currency")));
}
