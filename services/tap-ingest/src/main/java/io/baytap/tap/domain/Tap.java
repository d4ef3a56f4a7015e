package io.baytap.tap.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tap as the gate sent it; nothing in it is proven yet.
 *
 * @param sequence the gate's own count of its taps; never reused
 * @param occurredAt when the rider tapped, by the gate's clock, in whole microseconds
 * @param riderCode the signed code the rider showed
 * @param routeId given by a gate in a vehicle; a gate at a fixed place may leave it out
 * @param stopId as routeId
 * @param deck ferry deck, where the fare depends on it
 * @param denyListVersion the version of the deny list that the gate decided by, if it says so
 */
public record Tap(
        long sequence,
        Instant occurredAt,
        Direction direction,
        String riderCode,
        @Nullable String routeId,
        @Nullable String stopId,
        @Nullable String deck,
        @Nullable String denyListVersion) {

    /** Tells two taps with the same sequence apart: over what happened. The version of a list is not part of that. */
    public long fingerprint() {
        byte[] content = (occurredAt + "\n" + direction + "\n" + riderCode + "\n" + routeId + "\n" + stopId + "\n"
                        + deck)
                .getBytes(StandardCharsets.UTF_8);
        return Fingerprint.of(content, 0, content.length);
    }
}
