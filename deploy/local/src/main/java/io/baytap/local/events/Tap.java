package io.baytap.local.events;

import io.baytap.schemas.taps.v1.TapAccepted;
import java.time.LocalDate;
import java.time.ZoneId;

/** An accepted tap; {@code day} is its business day. */
public record Tap(String riderId, String operatorId, boolean late, LocalDate day) {

    static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");

    static Tap of(TapAccepted tap) {
        return new Tap(
                tap.getRiderId(), tap.getOperatorId(), tap.getLate(), LocalDate.ofInstant(tap.getOccurredAt(), LOCAL));
    }
}
