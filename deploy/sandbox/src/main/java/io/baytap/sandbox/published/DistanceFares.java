package io.baytap.sandbox.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;

/** Shenzhen Metro: the shortest way in metres, then the published distance rule. */
final class DistanceFares implements StationFares {

    private record Reached(String stopId, long metres) {}

    private final Map<String, Map<String, Long>> neighbours = new HashMap<>();
    private final Map<String, Map<String, Long>> distances = new ConcurrentHashMap<>();

    DistanceFares(List<NamedCsvRecord> edges) {
        for (NamedCsvRecord edge : edges) {
            String a = edge.getField("from_stop_id");
            String b = edge.getField("to_stop_id");
            long metres = Long.parseLong(edge.getField("metres"));
            // Two lines may join the same two stations: the shorter counts.
            neighbours.computeIfAbsent(a, _ -> new HashMap<>()).merge(b, metres, Math::min);
            neighbours.computeIfAbsent(b, _ -> new HashMap<>()).merge(a, metres, Math::min);
        }
    }

    @Override
    public OptionalLong fare(String fromStopId, String toStopId) {
        Long metres = from(fromStopId).get(toStopId);
        return metres == null ? OptionalLong.empty() : OptionalLong.of(fareMinor(metres));
    }

    /** Rail distance in metres; empty if there is no way. */
    OptionalLong metres(String fromStopId, String toStopId) {
        Long metres = from(fromStopId).get(toStopId);
        return metres == null ? OptionalLong.empty() : OptionalLong.of(metres);
    }

    @Override
    public OptionalLong lowestFrom(String stopId) {
        return from(stopId).values().stream()
                .mapToLong(DistanceFares::fareMinor)
                .min();
    }

    @Override
    public long highest() {
        return neighbours.keySet().stream()
                .flatMap(stop -> from(stop).values().stream())
                .mapToLong(DistanceFares::fareMinor)
                .max()
                .orElseThrow();
    }

    /** First 4 km 2 CNY; to 12 km 1 CNY per 4 km; to 24 km 1 CNY per 6 km; beyond 1 CNY per 8 km. A step begun counts. */
    static long fareMinor(long metres) {
        long yuan = 2
                + steps(Math.min(metres, 12_000) - 4_000, 4_000)
                + steps(Math.min(metres, 24_000) - 12_000, 6_000)
                + steps(metres - 24_000, 8_000);
        return yuan * 100;
    }

    private static long steps(long metres, long step) {
        return metres <= 0 ? 0 : Math.ceilDiv(metres, step);
    }

    private Map<String, Long> from(String stopId) {
        return distances.computeIfAbsent(stopId, this::shortest);
    }

    private Map<String, Long> shortest(String start) {
        Map<String, Long> settled = new HashMap<>();
        var open = new PriorityQueue<>(Comparator.comparingLong(Reached::metres));
        open.add(new Reached(start, 0));
        while (!open.isEmpty()) {
            Reached nearest = open.remove();
            if (settled.putIfAbsent(nearest.stopId, nearest.metres) == null) {
                neighbours
                        .getOrDefault(nearest.stopId, Map.of())
                        .forEach((next, metres) -> open.add(new Reached(next, nearest.metres + metres)));
            }
        }
        return settled;
    }
}
