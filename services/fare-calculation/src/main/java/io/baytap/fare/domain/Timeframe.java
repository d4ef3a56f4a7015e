package io.baytap.fare.domain;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A part of some days, by the operator's local time.
 *
 * @param start from here …
 * @param end … up to, not including, here; null for the end of the day
 */
public record Timeframe(
        ServiceDays days, LocalTime start, @Nullable LocalTime end) {

    public boolean includes(LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        return !time.isBefore(start) && (end == null || time.isBefore(end)) && days.includes(local.toLocalDate());
    }
}
