package io.baytap.fare.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a leg begins and when it ends, by the operator's clock; worked out when a rule asks, which few do. */
final class LegTimes {

    private final Instant departsAt;
    private final Instant arrivesAt;
    private final ZoneId zone;
    private @Nullable LocalDateTime departs;
    private @Nullable LocalDateTime arrives;

    LegTimes(Instant departsAt, Instant arrivesAt, ZoneId zone) {
        this.departsAt = departsAt;
        this.arrivesAt = arrivesAt;
        this.zone = zone;
    }

    LocalDateTime departs() {
        if (departs == null) {
            departs = LocalDateTime.ofInstant(departsAt, zone);
        }
        return departs;
    }

    LocalDateTime arrives() {
        if (arrives == null) {
            arrives = arrivesAt.equals(departsAt) ? departs() : LocalDateTime.ofInstant(arrivesAt, zone);
        }
        return arrives;
    }
}
