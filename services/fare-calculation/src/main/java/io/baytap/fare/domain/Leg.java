package io.baytap.fare.domain;

import org.jspecify.annotations.Nullable;

/** One ride of a journey and what decided its price. */
public record Leg(
        String routeId,
        @Nullable String fromStopId,
        @Nullable String toStopId,
        @Nullable String fareProductId,
        String rule) {}
