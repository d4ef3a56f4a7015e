package io.baytap.fare.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be priced: one leg on one route.
 *
 * @param fromStopId null where the boarding stop is not known, as when a tram is paid on leaving
 * @param toStopId null where the alighting stop is not known, as when a bus is paid on boarding
 * @param at the time that decides the day type: when the leg began
 */
public record Ride(
        String routeId,
        @Nullable String deck,
        @Nullable String fromStopId,
        @Nullable String toStopId,
        Instant at) {}
