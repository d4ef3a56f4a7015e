package io.baytap.tariffs.published;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a ride costs on one route variant.
 *
 * @param dayType {@link #EVERY_DAY}, or one of the operator's {@link DayType}s
 * @param on where the rider boards
 * @param off where the rider alights, after boarding
 * @param fare in whole units of the currency, two decimals
 * @param quality the publisher's own grading: which rows were read and which are estimates
 */
public record RouteFare(
        String routeId,
        String dayType,
        StopRange on,
        StopRange off,
        BigDecimal fare,
        String currency,
        String quality,
        String asOf) {

    /** The day type of a fare that does not depend on the day. */
    public static final String EVERY_DAY = "ALL";

    static final Table<RouteFare> TABLE = new Table<>(
            "route-fares.csv",
            List.of(
                    "route_id",
                    "day_type",
                    "on_from",
                    "on_to",
                    "off_from",
                    "off_to",
                    "fare",
                    "currency",
                    "quality",
                    "as_of"),
            r -> List.of(
                    r.routeId,
                    r.dayType,
                    Integer.toString(r.on.from()),
                    Integer.toString(r.on.to()),
                    Integer.toString(r.off.from()),
                    Integer.toString(r.off.to()),
                    r.fare.toPlainString(),
                    r.currency,
                    r.quality,
                    r.asOf),
            f -> new RouteFare(
                    f.text("route_id"),
                    f.text("day_type"),
                    new StopRange(f.whole("on_from"), f.whole("on_to")),
                    new StopRange(f.whole("off_from"), f.whole("off_to")),
                    f.amount("fare"),
                    f.text("currency"),
                    f.text("quality"),
                    f.text("as_of")));
}
