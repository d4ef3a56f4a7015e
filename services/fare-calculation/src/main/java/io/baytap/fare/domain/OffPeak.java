package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * A discount for who leaves at a quiet time, such as an early bird.
 *
 * @param routes route ids, or prefixes that end in {@code *}
 * @param stops where the rider has to leave; empty: anywhere
 * @param service the feed's service id of the days
 * @param from the time of leaving, from here …
 * @param until … up to, not including, here
 * @param percent of the fare
 */
public record OffPeak(
        String id,
        List<String> routes,
        Set<String> stops,
        String service,
        LocalTime from,
        LocalTime until,
        int percent) {

    boolean appliesTo(String routeId, String stopId, LocalDateTime leaves, ServiceDays days) {
        LocalTime time = leaves.toLocalTime();
        return routes.stream().anyMatch(pattern -> Policy.matches(pattern, routeId))
                && (stops.isEmpty() || stops.contains(stopId))
                && days.includes(leaves.toLocalDate())
                && !time.isBefore(from)
                && time.isBefore(until);
    }

    /** Rounded down: the operator keeps the fraction of a cent. */
    Money discount(Money fare) {
        return fare.times(BigDecimal.valueOf(percent, 2), RoundingMode.DOWN);
    }
}
