package io.baytap.tariffs.published;

import java.util.List;

/**
 * How many people travel.
 *
 * @param routes a route id, or a prefix of route ids that ends in {@code *}
 * @param service what the publisher calls it
 */
public record Ridership(String operatorId, String routes, String service, long journeys2025, long journeysPerDay) {

    static final Table<Ridership> TABLE = new Table<>(
            "ridership.csv",
            List.of("operator_id", "routes", "service", "journeys_2025", "journeys_per_day"),
            r -> List.of(
                    r.operatorId, r.routes, r.service, Long.toString(r.journeys2025), Long.toString(r.journeysPerDay)),
            f -> new Ridership(
                    f.text("operator_id"),
                    f.text("routes"),
                    f.text("service"),
                    f.amount("journeys_2025").longValueExact(),
                    f.amount("journeys_per_day").longValueExact()));
}
