package io.baytap.tariffs.importer;

import io.baytap.tariffs.importer.StationPairs.PairFare;
import io.baytap.tariffs.published.Mode;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.Station;
import io.baytap.tariffs.published.StationFare;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** MTR's three station networks: heavy rail, Light Rail and the Airport Express. QR riders pay the adult Octopus fare. */
final class MtrRail {

    /** What one network's files say. */
    record Network(Route route, List<Station> stations, List<StationFare> fares) {}

    /**
     * A network of stations.
     *
     * @param free where a published 0 is the fare
     * @param served between which stations there must be one
     */
    private record Kind(
            String routeId,
            Mode mode,
            String name,
            String stopPrefix,
            BiPredicate<String, String> free,
            BiPredicate<String, String> served) {}

    private record Named(String line, String id, String name, String nameZh) {}

    private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(Integer::parseInt);
    private static final String AIRPORT_LINE = "AEL";
    /** Open on race days only, and therefore on no line of the published list. */
    private static final Named RACECOURSE = new Named("EAL", "70", "Racecourse", "");
    /** Joined by a passage that a journey may use: Central with Hong Kong, Tsim Sha Tsui with East Tsim Sha Tsui. */
    private static final Set<Set<String>> LINKED = Set.of(Set.of("1", "39"), Set.of("3", "80"));
    /** Airport and AsiaWorld-Expo: the Airport Express sells no journey within the town. */
    private static final Set<String> AIRPORT_SIDE = Set.of("47", "56");

    private final SourceFile railStations;
    private final SourceFile railFares;
    private final SourceFile lightRailStops;
    private final SourceFile lightRailFares;
    private final SourceFile airportFares;

    MtrRail(Path directory) {
        railStations = new SourceFile(directory, "mtr/mtr_lines_and_stations.csv");
        railFares = new SourceFile(directory, "mtr/mtr_lines_fares.csv");
        lightRailStops = new SourceFile(directory, "mtr/light_rail_routes_and_stops.csv");
        lightRailFares = new SourceFile(directory, "mtr/light_rail_fares.csv");
        airportFares = new SourceFile(directory, "mtr/airport_express_fares.csv");
    }

    List<SourceFile> files() {
        return List.of(railStations, railFares, lightRailStops, lightRailFares, airportFares);
    }

    List<Network> read() {
        List<Named> rail = stations(railStations, "Station ID");
        return List.of(heavyRail(rail), lightRail(), airportExpress(rail));
    }

    private Network heavyRail(List<Named> rail) {
        Map<String, Named> stations = byId(rail, named -> !named.line().equals(AIRPORT_LINE));
        stations.put(RACECOURSE.id(), RACECOURSE);
        var columns = new Columns("SRC_STATION_ID", "SRC_STATION_NAME", "DEST_STATION_ID", "DEST_STATION_NAME");
        var kind = new Kind(
                "MTR:heavy-rail",
                Mode.RAIL,
                "MTR heavy rail",
                "MTR:",
                (from, to) -> from.equals(to) || LINKED.contains(Set.of(from, to)),
                (_, _) -> true);
        return network(kind, stations, pairs(railFares, columns, "OCT_ADT_FARE"));
    }

    private Network lightRail() {
        Map<String, Named> stops = byId(stations(lightRailStops, "Stop ID"), _ -> true);
        var columns = new Columns("from_station_id", "", "to_station_id", "");
        var kind = new Kind("MTR:light-rail", Mode.LIGHT_RAIL, "Light Rail", "MTR:LR", String::equals, (_, _) -> true);
        return network(kind, stops, pairs(lightRailFares, columns, "fare_octo_adult"));
    }

    private Network airportExpress(List<Named> rail) {
        Map<String, Named> stations = byId(rail, named -> named.line().equals(AIRPORT_LINE));
        var columns = new Columns("ST_FROM_ID", "ST_FROM", "ST_TO_ID", "ST_TO");
        var kind = new Kind(
                "MTR:airport-express",
                Mode.RAIL,
                "Airport Express",
                "MTR:AEL",
                (_, _) -> false,
                (from, to) -> !from.equals(to) && (AIRPORT_SIDE.contains(from) || AIRPORT_SIDE.contains(to)));
        return network(kind, stations, pairs(airportFares, columns, "OCT_ADT_FARE"));
    }

    private static Network network(Kind kind, Map<String, Named> stations, StationPairs pairs) {
        var names = new HashMap<String, String>();
        stations.forEach((id, station) -> names.put(id, station.name()));
        pairs.checkStations(names);
        pairs.checkComplete(stations.keySet(), kind.served());
        pairs.checkSymmetric();
        pairs.checkFree(kind.free());
        String code = kind.routeId().substring(kind.routeId().indexOf(':') + 1);
        return new Network(
                new Route(kind.routeId(), "MTR", kind.mode(), code, kind.name(), stations.size(), "", "mtr"),
                stations.values().stream()
                        .map(s -> new Station(kind.stopPrefix() + s.id(), kind.routeId(), s.name(), s.nameZh()))
                        .toList(),
                pairs.toFares(kind.routeId(), kind.stopPrefix()));
    }

    private static Map<String, Named> byId(List<Named> stations, Predicate<Named> wanted) {
        var byId = new TreeMap<String, Named>(BY_NUMBER);
        stations.stream().filter(wanted).forEach(station -> byId.put(station.id(), station));
        return byId;
    }

    private static List<Named> stations(SourceFile file, String idColumn) {
        return file
                .rows(
                        List.of("Line Code", idColumn, "English Name", "Chinese Name"),
                        row -> new Named(
                                row.text("Line Code"),
                                row.number(idColumn),
                                row.text("English Name"),
                                row.text("Chinese Name")))
                .stream()
                .map(Numbered::value)
                .toList();
    }

    /** Where a file has no name of a station, its column is empty. */
    private record Columns(String fromId, String fromName, String toId, String toName) {}

    private static StationPairs pairs(SourceFile file, Columns columns, String fare) {
        List<Numbered<PairFare>> rows = file.rows(
                List.of(columns.fromId(), columns.toId(), fare),
                row -> new PairFare(
                        row.number(columns.fromId()),
                        columns.fromName().isEmpty() ? "" : row.text(columns.fromName()),
                        row.number(columns.toId()),
                        columns.toName().isEmpty() ? "" : row.text(columns.toName()),
                        row.fareOrZero(fare)));
        return new StationPairs(file, rows);
    }
}
