package io.baytap.sandbox.day;

import org.jspecify.annotations.Nullable;

/**
 * A gate that is registered before the day begins.
 *
 * @param gateId ASCII, as it goes into a header
 * @param mode RAIL, LIGHT_RAIL, BUS, TRAM or FERRY
 * @param routeId where it stands; null in a vehicle
 * @param stopId where it stands; null in a vehicle
 * @param deck of a ferry, where the gate leads to one
 * @param active false for a gate reported stolen
 */
public record PlannedGate(
        String gateId,
        String operatorId,
        String mode,
        @Nullable String routeId,
        @Nullable String stopId,
        @Nullable String deck,
        boolean active) {

    /** Whether it stands at a place; its taps need not name one then. */
    public boolean isFixed() {
        return stopId != null;
    }
}
