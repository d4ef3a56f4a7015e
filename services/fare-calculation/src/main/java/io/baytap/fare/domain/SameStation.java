package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.util.Set;

/**
 * What it costs to leave where one entered.
 *
 * @param freeFor so long it costs nothing
 * @param fare after that
 * @param lowestFareAt stations where it is the lowest single fare from there instead
 */
public record SameStation(Duration freeFor, Money fare, Set<String> lowestFareAt) {}
