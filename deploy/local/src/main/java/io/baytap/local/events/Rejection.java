package io.baytap.local.events;

import io.baytap.schemas.taps.v1.TapRejected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;

/** A rejected tap; {@code day} and {@code hour} in Hong Kong are when it happened, or came in, if it was rejected for saying an unbelievable time. */
public record Rejection(String operatorId, String reason, LocalDate day, int hour) {

    private static final Set<String> UNBELIEVABLE = Set.of("CLOCK_AHEAD", "TOO_OLD");

    static Rejection of(TapRejected tap) {
        Instant at = UNBELIEVABLE.contains(tap.getReason()) ? tap.getReceivedAt() : tap.getOccurredAt();
        ZonedDateTime local = at.atZone(Tap.LOCAL);
        return new Rejection(tap.getOperatorId(), tap.getReason(), local.toLocalDate(), local.getHour());
    }
}
