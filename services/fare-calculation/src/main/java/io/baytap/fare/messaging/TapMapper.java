package io.baytap.fare.messaging;

import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.Tap;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** From the tap event to the domain. */
final class TapMapper {

    /** Later than tap-ingest takes a tap by a day, and further ahead by far: such a time is broken. */
    private static final Duration LATE_MAX = Duration.ofDays(8);

    private static final Duration AHEAD_MAX = Duration.ofHours(1);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private TapMapper() {}

    /** Null if the event makes sense; otherwise a stable code that says why not. */
    static @Nullable String findFault(byte @Nullable [] key, TapAccepted event) {
        if (!Arrays.equals(key, event.getRiderId().getBytes(StandardCharsets.UTF_8))) {
            // Another key may mean another partition: the rider's order would be lost.
            return "KEY_MISMATCH";
        }
        if (event.getWalletScheme() == WalletScheme.UNKNOWN) {
            return "UNKNOWN_WALLET_SCHEME";
        }
        if (!event.getRiderId().startsWith(event.getWalletScheme().name() + ":")) {
            return "SCHEME_MISMATCH";
        }
        if (event.getReceivedAt().isBefore(EARLIEST)
                || event.getReceivedAt().isAfter(LATEST)
                || event.getOccurredAt().isBefore(event.getReceivedAt().minus(LATE_MAX))
                || event.getOccurredAt().isAfter(event.getReceivedAt().plus(AHEAD_MAX))) {
            return "TIME_OUT_OF_RANGE";
        }
        return switch (event.getDirection()) {
            case ENTRY, EXIT -> null;
            case UNKNOWN -> "UNKNOWN_DIRECTION";
        };
    }

    static Tap toTap(TapAccepted event) {
        return new Tap(
                event.getEventId(),
                event.getOccurredAt(),
                event.getGateId(),
                event.getOperatorId(),
                event.getRouteId(),
                event.getStopId(),
                event.getDeck(),
                switch (event.getDirection()) {
                    case ENTRY -> Direction.ENTRY;
                    case EXIT -> Direction.EXIT;
                    case UNKNOWN -> throw new IllegalArgumentException("a tap needs a direction");
                },
                event.getDeviceTime() == null ? event.getOccurredAt() : event.getDeviceTime());
    }
}
