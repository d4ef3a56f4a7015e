package io.baytap.fare.domain;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One tap of one rider, as tap-ingest accepted it.
 *
 * @param id {@code tap:<gateId>:<sequence>}; the same tap always has the same id
 * @param occurredAt when the rider tapped, by the gate's clock
 * @param routeId the route variant (vehicle) or the network (station)
 * @param deck the ferry deck, where the fare depends on it
 */
public record Tap(
        String id,
        Instant occurredAt,
        String gateId,
        String operatorId,
        String routeId,
        String stopId,
        @Nullable String deck,
        Direction direction) {

    /** By time; taps of the same microsecond by id, so that the order never depends on arrival. */
    public static final Comparator<Tap> IN_TIME =
            Comparator.comparing(Tap::occurredAt).thenComparing(Tap::id);
}
