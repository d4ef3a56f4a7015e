package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Mode;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.StarFerryFare;
import io.baytap.tariffs.published.StopRange;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The Star Ferry: by route, deck and day type. */
final class StarFerry {

    private static final String CENTRAL = "STAR:central-tsim-sha-tsui";
    private static final String WAN_CHAI = "STAR:wan-chai-tsim-sha-tsui";
    private static final String ORDINARY_DAY = "WEEKDAY";
    private static final Set<String> DAY_TYPES = Set.of(ORDINARY_DAY, "SAT_SUN_PH");
    /** The dearest class of a boat: what the bus, tram and ferry file gives as the one fare of every day. */
    private static final Set<String> BEST_DECKS = Set.of("UPPER", "");

    private static final List<Route> ROUTES = List.of(
            route(CENTRAL, "Central - Tsim Sha Tsui", "gtfs:7030"),
            route(WAN_CHAI, "Wan Chai - Tsim Sha Tsui", "gtfs:7031"));

    /** One way of one route, as the bus, tram and ferry file names it. */
    private record Crossing(String routeId, int from, int to) {}

    private static final Map<String, Crossing> CROSSINGS = Map.of(
            "gtfs:7030:2", new Crossing(CENTRAL, 1, 2),
            "gtfs:7030:1", new Crossing(CENTRAL, 2, 1),
            "gtfs:7031:2", new Crossing(WAN_CHAI, 1, 2),
            "gtfs:7031:1", new Crossing(WAN_CHAI, 2, 1));

    private final SourceFile file;

    StarFerry(Path directory) {
        file = new SourceFile(directory, "hong-kong/star_ferry_fares.csv");
    }

    List<SourceFile> files() {
        return List.of(file);
    }

    static List<Route> routes() {
        return ROUTES;
    }

    static boolean isCrossing(String sourceRef) {
        return CROSSINGS.containsKey(sourceRef);
    }

    List<StarFerryFare> read() {
        var rows = file.rows(
                List.of("route", "deck", "day_type", "passenger", "fare_hkd", "effective", "source"), StarFerry::fare);
        var seen = new HashSet<List<String>>();
        for (Numbered<StarFerryFare> row : rows) {
            StarFerryFare fare = row.value();
            if (!seen.add(List.of(fare.routeId(), fare.deck(), fare.dayType()))) {
                file.refuse(
                        row.row(), "%s %s on %s stands twice".formatted(fare.routeId(), fare.deck(), fare.dayType()));
            }
        }
        for (String dayType : DAY_TYPES) {
            for (List<String> boat :
                    List.of(List.of(CENTRAL, "UPPER"), List.of(CENTRAL, "LOWER"), List.of(WAN_CHAI, ""))) {
                if (file.isSound() && !seen.contains(List.of(boat.get(0), boat.get(1), dayType))) {
                    file.refuse(0, "there is no fare for %s on %s".formatted(boat, dayType));
                }
            }
        }
        return rows.stream().map(Numbered::value).toList();
    }

    private static StarFerryFare fare(SourceRow row) {
        String routeId = "STAR:" + row.text("route").toLowerCase(Locale.ROOT).replace(' ', '-');
        if (ROUTES.stream().noneMatch(route -> route.routeId().equals(routeId))) {
            throw new RowRefused("there is no Star Ferry route " + row.text("route"));
        }
        if (!DAY_TYPES.contains(row.text("day_type"))) {
            throw new RowRefused("unknown day type " + row.text("day_type"));
        }
        if (!row.text("passenger").equals("ADULT")) {
            throw new RowRefused("unknown passenger " + row.text("passenger"));
        }
        return new StarFerryFare(
                routeId,
                switch (row.text("deck")) {
                    case "UPPER" -> "UPPER";
                    case "LOWER" -> "LOWER";
                    case "SINGLE" -> "";
                    default -> throw new RowRefused("unknown deck " + row.text("deck"));
                },
                row.text("day_type"),
                row.fare("fare_hkd"),
                "HKD",
                row.text("effective"),
                row.text("source"));
    }

    /**
     * A row of the bus, tram and ferry file as a fare of ours. That file knows no decks and no weekends; its figure is that
     * of the best deck on a weekday, and stands for that alone.
     *
     * @throws RowRefused if the two files contradict each other
     */
    static RouteFare crossing(
            String sourceRef, BigDecimal fare, String quality, String asOf, List<StarFerryFare> fares) {
        Crossing crossing = CROSSINGS.get(sourceRef);
        if (crossing == null) {
            throw new IllegalArgumentException(sourceRef);
        }
        for (StarFerryFare other : fares) {
            if (other.routeId().equals(crossing.routeId())
                    && other.dayType().equals(ORDINARY_DAY)
                    && BEST_DECKS.contains(other.deck())
                    && other.fare().compareTo(fare) != 0) {
                throw new RowRefused(
                        "the Star Ferry costs %s here and %s in its own table".formatted(fare, other.fare()));
            }
        }
        return new RouteFare(
                crossing.routeId(),
                ORDINARY_DAY,
                new StopRange(crossing.from(), crossing.from()),
                new StopRange(crossing.to(), crossing.to()),
                fare,
                "HKD",
                quality,
                asOf);
    }

    private static Route route(String routeId, String name, String sourceRef) {
        return new Route(routeId, "STAR", Mode.FERRY, routeId.substring("STAR:".length()), name, 2, "", sourceRef);
    }
}
