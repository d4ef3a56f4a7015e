package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Shortest ways by rail, in metres. */
final class RailDistances {

    private record Step(String stopId, int metres) {}

    private final Map<String, List<Step>> neighbours = new HashMap<>();

    RailDistances(List<Edge> edges) {
        for (Edge edge : edges) {
            neighbours
                    .computeIfAbsent(edge.fromStopId(), _ -> new ArrayList<>())
                    .add(new Step(edge.toStopId(), edge.metres()));
            neighbours
                    .computeIfAbsent(edge.toStopId(), _ -> new ArrayList<>())
                    .add(new Step(edge.fromStopId(), edge.metres()));
        }
    }

    /** To every station that rails lead to; 0 to itself. */
    Map<String, Integer> from(String stopId) {
        var reached = new HashMap<String, Integer>();
        var open = new PriorityQueue<Step>(Comparator.comparingInt(Step::metres));
        open.add(new Step(stopId, 0));
        while (!open.isEmpty()) {
            Step nearest = open.remove();
            if (reached.putIfAbsent(nearest.stopId(), nearest.metres()) == null) {
                for (Step next : neighbours.getOrDefault(nearest.stopId(), List.of())) {
                    open.add(new Step(next.stopId(), nearest.metres() + next.metres()));
                }
            }
        }
        return reached;
    }
}
