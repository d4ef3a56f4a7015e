package io.baytap.sandbox.day;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tap as a gate will send it.
 *
 * @param trip the trip it belongs to, by its number in the day; -1 for an attack
 * @param sequence the gate's own count; 0 while not yet counted
 * @param at when it really happens
 * @param occurredAt what the gate's clock says
 * @param entry into the paid area or on boarding; otherwise out of it or on alighting
 * @param routeId what the tap names; null where the gate stands at a place
 * @param stopId what the tap names
 * @param refusal the reason code it is to be rejected with; null if it is to be accepted
 */
record PlannedTap(
        int trip,
        PlannedGate gate,
        long sequence,
        Instant at,
        Instant occurredAt,
        boolean entry,
        Rider rider,
        Code code,
        @Nullable String routeId,
        @Nullable String stopId,
        @Nullable String refusal) {

    /** What the rider holds to the reader. */
    enum Code {
        VALID,
        EXPIRED,
        FORGED,
        UNKNOWN_ISSUER,
        MALFORMED,
        /** Valid for hours: a wallet's clock is not the gate's. */
        LONG_LIVED
    }

    PlannedTap counted(long newSequence) {
        return new PlannedTap(trip, gate, newSequence, at, occurredAt, entry, rider, code, routeId, stopId, refusal);
    }

    /** As the line calls the tap. */
    String eventId() {
        return "tap:" + gate.gateId() + ":" + sequence;
    }
}
