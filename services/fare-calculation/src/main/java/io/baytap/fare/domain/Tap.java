package io.baytap.fare.domain;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One tap of one rider, as tap-ingest accepted it.
 *
 * @param id {@code tap:<gateId>:<sequence>}; the same tap always has the same id
 * @param occurredAt when the rider tapped: the gate's time, corrected where its clock is known to be wrong
 * @param routeId the route variant (vehicle) or the network (station)
 * @param deck the ferry deck, where the fare depends on it
 * @param deviceTime when the rider tapped, by the gate's own clock
 */
public record Tap(
        String id,
        Instant occurredAt,
        String gateId,
        String operatorId,
        String routeId,
        String stopId,
        @Nullable String deck,
        Direction direction,
        Instant deviceTime) {

    /** A tap of a gate whose clock needed no correction. */
    public Tap(
            String id,
            Instant occurredAt,
            String gateId,
            String operatorId,
            String routeId,
            String stopId,
            @Nullable String deck,
            Direction direction) {
        this(id, occurredAt, gateId, operatorId, routeId, stopId, deck, direction, occurredAt);
    }

    /** True if it is the other one sent again: a clock may be corrected by another amount then, the gate's own time stays. */
    public boolean repeats(Tap other) {
        return atDeviceTime().equals(other.atDeviceTime());
    }

    private Tap atDeviceTime() {
        return new Tap(id, deviceTime, gateId, operatorId, routeId, stopId, deck, direction);
    }

    /** By time; taps of the same microsecond by id, so that the order never depends on arrival. */
    public static final Comparator<Tap> IN_TIME =
            Comparator.comparing(Tap::occurredAt).thenComparing(Tap::id);
}
