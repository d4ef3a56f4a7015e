package io.baytap.wallet.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a business day closes.
 *
 * @param time of day in Hong Kong, on the morning after the business day
 */
public record CutOff(LocalTime time) {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    /** The latest business day that is over at {@code now}: at 04:00 on the 10th, the 9th. */
    public LocalDate lastClosed(Instant now) {
        var local = now.atZone(HONG_KONG);
        return local.toLocalTime().isBefore(time)
                ? local.toLocalDate().minusDays(2)
                : local.toLocalDate().minusDays(1);
    }
}
