package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import org.jspecify.annotations.Nullable;

/**
 * One ride of a journey and what decided its price.
 *
 * @param fare what it costs alone
 * @param legGroupId the feed's leg group, by which transfers are found
 */
public record Leg(
        String routeId,
        @Nullable String fromStopId,
        @Nullable String toStopId,
        @Nullable String fareProductId,
        @Nullable String legGroupId,
        Money fare,
        String rule) {}
