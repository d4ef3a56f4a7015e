package io.baytap.local.events;

import io.baytap.schemas.taps.v1.TapRejected;
import java.time.LocalDate;

/** A rejected tap. */
public record Rejection(String operatorId, String reason, LocalDate day) {

    static Rejection of(TapRejected tap) {
        return new Rejection(tap.getOperatorId(), tap.getReason(), LocalDate.ofInstant(tap.getOccurredAt(), Tap.LOCAL));
    }
}
