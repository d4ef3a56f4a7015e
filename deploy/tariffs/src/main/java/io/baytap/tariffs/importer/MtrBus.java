package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Mode;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.StopRange;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** MTR's feeder buses: one flat fare per route, in both directions. */
final class MtrBus {

    static final String PREFIX = "MTR:bus:";

    private static final String AS_OF = "2026-04";

    private record Fare(String reference, BigDecimal fare) {}

    private record Stop(String reference, String direction, int sequence, String name) {}

    private final SourceFile stopsFile;
    private final SourceFile faresFile;

    MtrBus(Path directory) {
        stopsFile = new SourceFile(directory, "mtr/mtr_bus_stops.csv");
        faresFile = new SourceFile(directory, "mtr/mtr_bus_fares.csv");
    }

    List<SourceFile> files() {
        return List.of(stopsFile, faresFile);
    }

    void read(RouteIds ids, List<Route> routes, List<RouteFare> fares) {
        Map<String, Map<String, List<Stop>>> directions = directions();
        var priced = new ArrayList<String>();
        for (Numbered<Fare> row : fares()) {
            String reference = row.value().reference();
            if (priced.contains(reference)) {
                faresFile.refuse(row.row(), "route " + reference + " stands twice");
            } else if (!directions.containsKey(reference)) {
                faresFile.refuse(row.row(), "route " + reference + " has no stops");
            } else {
                directions.get(reference).forEach((direction, stops) -> {
                    Route route = route(ids, reference, direction, stops);
                    routes.add(route);
                    fares.add(flat(route, row.value().fare()));
                });
            }
            priced.add(reference);
        }
        directions.keySet().stream()
                .filter(reference -> !priced.contains(reference))
                .forEach(reference -> faresFile.refuse(0, "route " + reference + " has no fare"));
    }

    private List<Numbered<Fare>> fares() {
        return faresFile.rows(
                List.of("REFERENCE_ID", "FARE_OCTO_ADULT"),
                row -> new Fare(row.text("REFERENCE_ID"), row.fare("FARE_OCTO_ADULT")));
    }

    /** Route, then direction, then its stops. Their numbers may skip one, but never go back. */
    private Map<String, Map<String, List<Stop>>> directions() {
        var directions = new LinkedHashMap<String, Map<String, List<Stop>>>();
        var rows = stopsFile.rows(
                List.of("REFERENCE_ID", "DIRECTION", "STATION_SEQNO", "STATION_NAME_ENG"),
                row -> new Stop(
                        row.text("REFERENCE_ID"),
                        row.text("DIRECTION"),
                        row.whole("STATION_SEQNO", 1, 200),
                        row.text("STATION_NAME_ENG")));
        for (Numbered<Stop> row : rows) {
            Stop stop = row.value();
            List<Stop> stops = directions
                    .computeIfAbsent(stop.reference(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(stop.direction(), _ -> new ArrayList<>());
            if (!stops.isEmpty() && stops.getLast().sequence() >= stop.sequence()) {
                stopsFile.refuse(
                        row.row(),
                        "stop %d comes after stop %d"
                                .formatted(stop.sequence(), stops.getLast().sequence()));
            }
            stops.add(stop);
        }
        return directions;
    }

    private static Route route(RouteIds ids, String reference, String direction, List<Stop> stops) {
        String sourceRef = "mtr:" + reference + ":" + direction;
        return new Route(
                ids.numbered("MTR", PREFIX + reference, sourceRef),
                "MTR",
                Mode.BUS,
                reference,
                stops.getFirst().name() + " - " + stops.getLast().name(),
                stops.size(),
                "",
                sourceRef);
    }

    private static RouteFare flat(Route route, BigDecimal fare) {
        return new RouteFare(
                route.routeId(),
                RouteFare.EVERY_DAY,
                new StopRange(1, route.stops() - 1),
                new StopRange(2, route.stops()),
                fare,
                "HKD",
                "ACTUAL",
                AS_OF);
    }
}
