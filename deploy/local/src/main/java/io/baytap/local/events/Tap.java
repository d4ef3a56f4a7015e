package io.baytap.local.events;

import io.baytap.schemas.taps.v1.TapAccepted;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * An accepted tap.
 *
 * @param late of its first delivery: a tap that is sent again after tap-ingest was restarted is accepted again, and may be late then
 * @param day its business day
 * @param hour of that day, in Hong Kong
 */
public record Tap(String riderId, String operatorId, boolean late, LocalDate day, int hour) {

    static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");

    /** What every delivery of it must agree on. */
    Object content() {
        return List.of(riderId, operatorId, day);
    }

    static Tap of(TapAccepted tap) {
        ZonedDateTime at = tap.getOccurredAt().atZone(LOCAL);
        return new Tap(tap.getRiderId(), tap.getOperatorId(), tap.getLate(), at.toLocalDate(), at.getHour());
    }
}
