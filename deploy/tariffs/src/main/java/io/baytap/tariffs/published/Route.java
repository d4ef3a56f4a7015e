package io.baytap.tariffs.published;

import java.util.List;

/**
 * A route variant, or a network of stations.
 *
 * @param routeId unique over all operators and stable from import to import: begins with the operator's id and a colon
 * @param route what the operator calls it: 101, K51 …
 * @param stops how many; those of a variant are {@code <routeId>#1} onwards, those of a network stand in the stations' table
 * @param journeyMinutes from end to end; empty where nothing was published
 * @param sourceRef what the published file calls the variant
 */
public record Route(
        String routeId,
        String operatorId,
        Mode mode,
        String route,
        String name,
        int stops,
        String journeyMinutes,
        String sourceRef) {

    /** Also read by itself: the importer keeps the ids that stand. */
    static final Table<Route> TABLE = new Table<>(
            "routes.csv",
            List.of("route_id", "operator_id", "mode", "route", "name", "stops", "journey_minutes", "source_ref"),
            r -> List.of(
                    r.routeId,
                    r.operatorId,
                    r.mode.name(),
                    r.route,
                    r.name,
                    Integer.toString(r.stops),
                    r.journeyMinutes,
                    r.sourceRef),
            f -> new Route(
                    f.text("route_id"),
                    f.text("operator_id"),
                    Mode.valueOf(f.text("mode")),
                    f.text("route"),
                    f.text("name"),
                    f.whole("stops"),
                    f.text("journey_minutes"),
                    f.text("source_ref")));

    /** The id of a variant's stop, counted from 1 in travel order. */
    public String stopId(int number) {
        return routeId + "#" + number;
    }
}
