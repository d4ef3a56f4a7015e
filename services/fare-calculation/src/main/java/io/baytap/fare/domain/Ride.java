package io.baytap.fare.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be priced: one leg on one route, or several that are joined to one.
 *
 * @param routeId the first leg's route
 * @param fromStopId null where the boarding stop is not known, as when a tram is paid on leaving
 * @param toStopId null where the alighting stop is not known, as when a bus is paid on boarding
 * @param at the time that decides the day type: when the leg began
 * @param arriveAt when it ended; where that is not known, when it began
 * @param joined true if it is made of legs on several networks, so that only rules for any network apply
 */
public record Ride(
        String routeId,
        @Nullable String deck,
        @Nullable String fromStopId,
        @Nullable String toStopId,
        Instant at,
        Instant arriveAt,
        boolean joined) {

    /** A leg on one network, of which nobody knows when it ended. */
    public Ride(
            String routeId, @Nullable String deck, @Nullable String fromStopId, @Nullable String toStopId, Instant at) {
        this(routeId, deck, fromStopId, toStopId, at, at, false);
    }
}
