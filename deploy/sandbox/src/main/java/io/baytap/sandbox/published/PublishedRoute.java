package io.baytap.sandbox.published;

import java.util.List;
import java.util.OptionalInt;

/**
 * A route variant or a station network as published.
 *
 * @param mode RAIL, LIGHT_RAIL, BUS, TRAM or FERRY
 * @param stopIds in travel order for a variant; in id order for a network
 * @param journeyMinutes end to end, where published
 */
public record PublishedRoute(
        String routeId, String operatorId, String mode, List<String> stopIds, OptionalInt journeyMinutes) {

    /** The stop with that 1-based number. */
    public String stop(int number) {
        return stopIds.get(number - 1);
    }

    /** The number of that stop, counted from 1; 0 for one of another route. */
    public int number(String stopId) {
        return stopIds.indexOf(stopId) + 1;
    }
}
