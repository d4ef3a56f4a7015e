package io.baytap.tariffs.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.tariffs.published.Edge;
import io.baytap.tariffs.published.LineStation;
import io.baytap.tariffs.published.Mode;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.Station;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shenzhen Metro: the stations that its fares know, and the rails between them. */
final class Shenzhen {

    static final String ROUTE_ID = "SZM:metro";

    private static final String STOP_PREFIX = "SZM:";
    private static final int METRES_MIN = 100;
    private static final int METRES_MAX = 20_000;

    private final SourceFile stationsFile;
    private final SourceFile edgesFile;

    Shenzhen(Path directory) {
        stationsFile = new SourceFile(directory, "shenzhen/metro-fare-stations.json");
        edgesFile = new SourceFile(directory, "shenzhen/metro-line-metrics.json");
    }

    List<SourceFile> files() {
        return List.of(stationsFile, edgesFile);
    }

    List<LineStation> readStations() {
        var stations = new ArrayList<LineStation>();
        for (JsonNode node : stationsFile.json().path("stations")) {
            String name = node.path("name").asText().strip();
            String line = node.path("lineName").asText().strip();
            int number = node.path("stationNumber").asInt();
            if (name.isEmpty() || line.isEmpty() || number < 1) {
                stationsFile.refuse(0, "a station lacks its name, line or number: " + node);
            } else {
                stations.add(new LineStation(line, number, STOP_PREFIX + name));
            }
        }
        if (new HashSet<>(stations.stream()
                                .map(s -> s.line() + ":" + s.number())
                                .toList())
                        .size()
                < stations.size()) {
            stationsFile.refuse(0, "a line has the same station number twice");
        }
        if (stations.isEmpty() && stationsFile.isSound()) {
            stationsFile.refuse(0, "it has no stations");
        }
        return stations;
    }

    static List<Station> stations(List<LineStation> lineStations) {
        return stopIds(lineStations).stream()
                .map(id -> new Station(id, ROUTE_ID, "", id.substring(STOP_PREFIX.length())))
                .toList();
    }

    static Route route(List<Station> stations) {
        return new Route(ROUTE_ID, "SZM", Mode.RAIL, "metro", "Shenzhen Metro", stations.size(), "", "shenzhen");
    }

    List<Edge> readEdges(List<LineStation> lineStations) {
        Set<String> known = stopIds(lineStations);
        var edges = new ArrayList<Edge>();
        int index = 0;
        for (JsonNode node : edgesFile.json().path("edges")) {
            String from = stopId(node.path("from").asText(), known);
            String to = stopId(node.path("to").asText(), known);
            int metres = node.path("distanceMeters").asInt();
            if (!known.contains(from) || !known.contains(to)) {
                edgesFile.refuse(0, "edge %d joins an unknown station: %s to %s".formatted(index, from, to));
            } else if (metres < METRES_MIN || metres > METRES_MAX) {
                edgesFile.refuse(0, "edge %d is absurd: %s to %s is %d m".formatted(index, from, to, metres));
            } else {
                edges.add(new Edge(node.path("lineCode").asText(), from, to, metres));
            }
            index++;
        }
        if (edgesFile.isSound() && stationsFile.isSound()) {
            checkConnected(known, edges);
        }
        return edges;
    }

    /** The two files spell a few names with and without the word for station; the fare list's spelling stands. */
    private static String stopId(String name, Set<String> known) {
        String stopId = STOP_PREFIX + name.strip();
        return !known.contains(stopId) && known.contains(stopId + "站") ? stopId + "站" : stopId;
    }

    private void checkConnected(Set<String> known, List<Edge> edges) {
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (Edge edge : edges) {
            neighbours.computeIfAbsent(edge.fromStopId(), _ -> new HashSet<>()).add(edge.toStopId());
            neighbours.computeIfAbsent(edge.toStopId(), _ -> new HashSet<>()).add(edge.fromStopId());
        }
        var reached = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(known.iterator().next()));
        while (!open.isEmpty()) {
            String stop = open.removeLast();
            if (reached.add(stop)) {
                open.addAll(neighbours.getOrDefault(stop, Set.of()));
            }
        }
        known.stream()
                .filter(stop -> !reached.contains(stop))
                .forEach(stop -> edgesFile.refuse(0, "no rails lead to " + stop));
    }

    private static Set<String> stopIds(List<LineStation> lineStations) {
        var ids = new LinkedHashSet<String>();
        lineStations.forEach(station -> ids.add(station.stopId()));
        return ids;
    }
}
