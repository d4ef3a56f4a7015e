package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Mode;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.StarFerryFare;
import io.baytap.tariffs.published.StopRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Buses, trams, ferries, cross-boundary coaches and the Peak Tram: fares by boarding and alighting range. */
final class BusTramFerry {

    private static final int STOPS_MAX = 200;
    /** On which days NLB's fares differ; nobody else's do in this file. */
    private static final Map<String, Set<String>> DAY_TYPES =
            Map.of("NLB", Set.of(RouteFare.EVERY_DAY, "WEEKDAY", "SUN_PH"));
    /** Whose route names are sentences: their ids are made of the number in the source's reference. */
    private static final Set<String> BY_REFERENCE = Set.of("FERRY", "XBUS", "TRAM", "PEAKTRAM");
    /** Joint routes of KMB and Citybus are settled with KMB. */
    private static final Map<String, String> OPERATORS = Map.of(
            "KMB", "KMB",
            "KMB+CTB", "KMB",
            "LWB", "LWB",
            "NLB", "NLB",
            "CTB", "CTB",
            "TRAM", "HKT",
            "FERRY", "FERRY",
            "XBUS", "XBUS",
            "PEAKTRAM", "PEAKTRAM",
            "MTRBUS", "MTR");

    /** How both files name a variant. */
    private record Key(String operator, String route, String ref) {
        static Key of(SourceRow row) {
            return new Key(row.text("operator"), row.text("route"), row.text("route_ref"));
        }
    }

    private final SourceFile routesFile;
    private final SourceFile faresFile;
    private final Map<Key, Route> routes = new LinkedHashMap<>();

    BusTramFerry(Path directory) {
        routesFile = new SourceFile(directory, "hong-kong/bus_tram_ferry_routes.csv");
        faresFile = new SourceFile(directory, "hong-kong/bus_tram_ferry_fares.csv");
    }

    List<SourceFile> files() {
        return List.of(routesFile, faresFile);
    }

    void read(RouteIds ids, List<StarFerryFare> starFerry, List<Route> allRoutes, List<RouteFare> allFares) {
        readRoutes(ids);
        routes.values().stream()
                .filter(route -> !StarFerry.isCrossing(route.sourceRef()))
                .forEach(allRoutes::add);
        List<Numbered<RouteFare>> fares = faresFile.rows(
                List.of(
                        "operator",
                        "route",
                        "route_ref",
                        "day_type",
                        "on_from",
                        "on_to",
                        "off_from",
                        "off_to",
                        "fare_hkd",
                        "as_of",
                        "quality"),
                row -> fare(row, starFerry));
        checkFares(fares);
        fares.forEach(row -> allFares.add(row.value()));
    }

    private void readRoutes(RouteIds ids) {
        var seen = new HashMap<String, Long>();
        var rows = routesFile.rows(
                List.of("operator", "route", "route_ref", "orig_en", "dest_en", "stops", "journey_min"),
                row -> Map.entry(Key.of(row), route(row, ids)));
        for (var row : rows) {
            Route route = row.value().getValue();
            Long before = seen.putIfAbsent(route.routeId(), row.row());
            if (before != null) {
                routesFile.refuse(row.row(), "%s stands twice (row %d)".formatted(route.sourceRef(), before));
            }
            routes.put(row.value().getKey(), route);
        }
    }

    private static Route route(SourceRow row, RouteIds ids) {
        Key key = Key.of(row);
        String operatorId = OPERATORS.get(key.operator());
        if (operatorId == null) {
            throw new RowRefused("unknown operator " + key.operator());
        }
        String minutes = row.optional("journey_min");
        return new Route(
                routeId(key, operatorId, ids),
                operatorId,
                mode(operatorId),
                BY_REFERENCE.contains(key.operator()) ? number(key.ref()) : key.route(),
                row.text("orig_en") + " - " + row.text("dest_en"),
                row.whole("stops", 2, STOPS_MAX),
                minutes.isEmpty() ? "" : Integer.toString(SourceRow.whole("journey_min", minutes, 1, 1440)),
                key.ref());
    }

    private static String routeId(Key key, String operatorId, RouteIds ids) {
        if (BY_REFERENCE.contains(key.operator())) {
            return operatorId + ":" + number(key.ref())
                    + key.ref().substring(key.ref().lastIndexOf(':'));
        }
        String prefix = operatorId.equals("MTR") ? MtrBus.PREFIX : operatorId + ":";
        return ids.numbered(operatorId, prefix + key.route(), key.ref());
    }

    /** The 7051 of gtfs:7051:1. */
    private static String number(String ref) {
        String[] parts = ref.split(":", -1);
        if (parts.length != 3) {
            throw new RowRefused("route_ref is not of the form gtfs:<number>:<direction>: " + ref);
        }
        return parts[1];
    }

    private static Mode mode(String operatorId) {
        return switch (operatorId) {
            case "HKT", "PEAKTRAM" -> Mode.TRAM;
            case "FERRY" -> Mode.FERRY;
            default -> Mode.BUS;
        };
    }

    private RouteFare fare(SourceRow row, List<StarFerryFare> starFerry) {
        Key key = Key.of(row);
        Route route = routes.get(key);
        if (route == null) {
            throw new RowRefused("there is no route %s %s %s".formatted(key.operator(), key.route(), key.ref()));
        }
        if (StarFerry.isCrossing(key.ref())) {
            return StarFerry.crossing(
                    key.ref(), row.fare("fare_hkd"), row.text("quality"), row.text("as_of"), starFerry);
        }
        String dayType = row.text("day_type");
        if (!DAY_TYPES
                .getOrDefault(route.operatorId(), Set.of(RouteFare.EVERY_DAY))
                .contains(dayType)) {
            throw new RowRefused("%s has no day type %s".formatted(route.operatorId(), dayType));
        }
        return new RouteFare(
                route.routeId(),
                dayType,
                range(row, "on_from", "on_to", 1, route.stops() - 1),
                range(row, "off_from", "off_to", 2, route.stops()),
                row.fare("fare_hkd"),
                "HKD",
                row.text("quality"),
                row.text("as_of"));
    }

    private static StopRange range(SourceRow row, String from, String to, int min, int max) {
        var range = new StopRange(row.whole(from, min, max), row.whole(to, min, max));
        if (range.from() > range.to()) {
            throw new RowRefused("%s is after %s: %s".formatted(from, to, range));
        }
        return range;
    }

    /** Only where every row could be read: a row that is missing for its own reasons would look like a gap. */
    private void checkFares(List<Numbered<RouteFare>> fares) {
        if (!faresFile.isSound()) {
            return;
        }
        var byRoute = new HashMap<String, Map<String, List<Numbered<RouteFare>>>>();
        for (Numbered<RouteFare> row : fares) {
            byRoute.computeIfAbsent(row.value().routeId(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.value().dayType(), _ -> new ArrayList<>())
                    .add(row);
        }
        for (Route route : routes.values()) {
            var byDay = byRoute.getOrDefault(route.routeId(), Map.of());
            if (!StarFerry.isCrossing(route.sourceRef())) {
                checkRoute(route, byDay);
            }
        }
    }

    private void checkRoute(Route route, Map<String, List<Numbered<RouteFare>>> byDay) {
        if (byDay.isEmpty()) {
            faresFile.refuse(0, "%s (%s) has no fare".formatted(route.routeId(), route.sourceRef()));
        }
        if (byDay.size() > 1 && byDay.containsKey(RouteFare.EVERY_DAY)) {
            long row = byDay.get(RouteFare.EVERY_DAY).getFirst().row();
            faresFile.refuse(row, route.routeId() + " has fares for every day and others for some days");
        }
        byDay.values().forEach(day -> {
            day.stream()
                    .filter(row -> row.value().off().to() <= row.value().on().to())
                    .forEach(row -> faresFile.refuse(row.row(), "it ends before the last stop to board at"));
            new RouteFareChecks(faresFile, route, day).check();
        });
    }
}
