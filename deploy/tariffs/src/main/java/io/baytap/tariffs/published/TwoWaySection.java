package io.baytap.tariffs.published;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regional two-way section fare: who boards and alights within the section pays this, in either direction.
 *
 * @param route what KMB calls it: 52X …
 * @param start the place where the section begins, a terminus of the route; in Chinese, as published
 * @param end the place where it ends
 * @param generation {@link #BEFORE} or {@link #AFTER} KMB's fare adjustment
 * @param direction {@link #TOWARDS} or {@link #AWAY} from {@code start}; empty where no stops are known
 * @param routeId the variant whose stops the ranges count; empty where no stops are known
 * @param on where the rider boards; null where no stops are known
 * @param off where the rider alights, after boarding; null where no stops are known
 * @param quality {@link #INFERRED} stops, or {@link #PLACES_ONLY}
 */
public record TwoWaySection(
        String route,
        String start,
        String end,
        String generation,
        BigDecimal fare,
        String currency,
        String direction,
        String routeId,
        @Nullable StopRange on,
        @Nullable StopRange off,
        String quality,
        String asOf) {

    public static final String BEFORE = "BEFORE";
    public static final String AFTER = "AFTER";

    public static final String TOWARDS = "TOWARDS";
    public static final String AWAY = "AWAY";

    /** The stops follow from published boarding fares. */
    public static final String INFERRED = "INFERRED";
    /** Nothing published says which stops it covers. */
    public static final String PLACES_ONLY = "PLACES_ONLY";

    static final Table<TwoWaySection> TABLE = new Table<>(
            "two-way-sections.csv",
            List.of(
                    "route",
                    "start",
                    "end",
                    "generation",
                    "fare",
                    "currency",
                    "direction",
                    "route_id",
                    "on_from",
                    "on_to",
                    "off_from",
                    "off_to",
                    "quality",
                    "as_of"),
            r -> List.of(
                    r.route,
                    r.start,
                    r.end,
                    r.generation,
                    r.fare.toPlainString(),
                    r.currency,
                    r.direction,
                    r.routeId,
                    r.on == null ? "" : Integer.toString(r.on.from()),
                    r.on == null ? "" : Integer.toString(r.on.to()),
                    r.off == null ? "" : Integer.toString(r.off.from()),
                    r.off == null ? "" : Integer.toString(r.off.to()),
                    r.quality,
                    r.asOf),
            f -> new TwoWaySection(
                    f.text("route"),
                    f.text("start"),
                    f.text("end"),
                    f.text("generation"),
                    f.amount("fare"),
                    f.text("currency"),
                    f.text("direction"),
                    f.text("route_id"),
                    f.range("on_from", "on_to"),
                    f.range("off_from", "off_to"),
                    f.text("quality"),
                    f.text("as_of")));

    /** True if a ride on that variant between those stops, counted from 1, lies within the section. */
    public boolean covers(String variant, int boarding, int alighting) {
        return on != null
                && off != null
                && routeId.equals(variant)
                && on.contains(boarding)
                && off.contains(alighting)
                && boarding < alighting;
    }
}
