package io.baytap.tap.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 */
public record Tap(
        long sequence,
        Instant occurredAt,
        Direction direction,
        String riderCode,
        @Nullable String routeId,
        @Nullable String stopId,
        @Nullable String deck) {

    /** Tells two taps with the same sequence apart: the first 64 bits of a SHA-256 over everything else. */
    public long fingerprint() {
        String content =
                occurredAt + "\n" + direction + "\n" + riderCode + "\n" + routeId + "\n" + stopId + "\n" + deck;
        return ByteBuffer.wrap(sha256().digest(content.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
