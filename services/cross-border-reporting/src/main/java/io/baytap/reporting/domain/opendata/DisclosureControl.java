package io.baytap.reporting.domain.opendata;

import static io.baytap.reporting.domain.opendata.JourneyCell.TOTAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which cells stay confidential: those below the threshold, and others, so that no difference of published figures
 * gives one of those away.
 *
 * <p>All figures of an operator are one circulation: from the start to each origin, on to each destination, to the end, and
 * back to the start by each hour. A figure is an arc, and what the figures owe each other is that at each node as much leaves as
 * arrives. Every small arc is put on a ring of confidential arcs, on which small ones are passed forwards only. Moving up to
 * {@code threshold − 1} journeys around the ring adds them to the arcs that are passed forwards, and takes them from others, which
 * are large and keep at least one. That changes no published figure and makes no cell empty: so whoever knows all that is published,
 * and that a confidential cell is not empty, still has at least {@code threshold} values to choose from for each small cell. What is
 * made confidential for another ring only adds to them.
 */
public final class DisclosureControl {

    private final int threshold;
    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<List<Arc>> arcsAt = new ArrayList<>();
    private final Set<JourneyCell> confidential = new HashSet<>();

    /** Nodes that share rings point to one of them. */
    private final List<Integer> ringOf = new ArrayList<>();

    private final List<Integer> sizeOf = new ArrayList<>();

    private DisclosureControl(int threshold) {
        this.threshold = threshold;
    }

    private record Arc(JourneyCell cell, int from, int to, long journeys) {}

    /** A node, and what it costs to get there. */
    private record Reached(int node, long cost) {}

    /**
     * The cells that are not to be published.
     *
     * @param cube journeys by origin and destination, by hour, and in total, with the totals of each origin and destination; no zeros
     * @param threshold the least count that may be told
     */
    public static Set<JourneyCell> confidential(SortedMap<JourneyCell, Long> cube, int threshold) {
        var control = new DisclosureControl(threshold);
        List<Arc> small = new ArrayList<>();
        cube.forEach((cell, journeys) -> {
            Arc arc = control.add(cell, journeys);
            if (journeys < threshold) {
                small.add(arc);
                control.confidential.add(cell);
            }
        });
        small.forEach(control::close);
        return control.confidential;
    }

    private Arc add(JourneyCell cell, long journeys) {
        if (journeys < 1) {
            throw new IllegalArgumentException(cell + " has no journeys");
        }
        boolean ofOrigin = !cell.origin().equals(TOTAL);
        boolean ofDestination = !cell.destination().equals(TOTAL);
        String origin = "from " + cell.origin();
        String destination = "to " + cell.destination();
        if (ofOrigin && ofDestination) {
            return add(cell, origin, destination, journeys);
        }
        if (ofOrigin) {
            return add(cell, "start", origin, journeys);
        }
        if (ofDestination) {
            return add(cell, destination, "end", journeys);
        }
        return cell.hour().equals(TOTAL) ? add(cell, "end", "hours", journeys) : add(cell, "hours", "start", journeys);
    }

    private Arc add(JourneyCell cell, String from, String to, long journeys) {
        Arc arc = new Arc(cell, node(from), node(to), journeys);
        arcsAt.get(arc.from()).add(arc);
        arcsAt.get(arc.to()).add(arc);
        return arc;
    }

    private int node(String name) {
        return nodes.computeIfAbsent(name, _ -> {
            arcsAt.add(new ArrayList<>());
            ringOf.add(ringOf.size());
            sizeOf.add(1);
            return ringOf.size() - 1;
        });
    }

    /** Sees to it that a small arc lies on a ring: the one along which the public loses least. */
    private void close(Arc small) {
        // From any node of rings that touch there is a way to any other: nothing is to be done where both ends are of
        // one.
        if (ring(small.from()) != ring(small.to())) {
            for (Arc arc : wayBack(small)) {
                confidential.add(arc.cell());
                join(ring(arc.from()), ring(arc.to()));
            }
        }
    }

    private void join(int ring, int other) {
        if (ring != other) {
            int larger = sizeOf.get(ring) < sizeOf.get(other) ? other : ring;
            sizeOf.set(larger, sizeOf.get(ring) + sizeOf.get(other));
            ringOf.set(ring, larger);
            ringOf.set(other, larger);
        }
    }

    private int ring(int node) {
        int ring = node;
        while (ringOf.get(ring) != ring) {
            ring = ringOf.get(ring);
        }
        return ring;
    }

    /**
     * The cheapest way from the arc's end to its beginning; one always exists, because all that arrives somewhere goes on from
     * there. What is confidential costs nothing, anything else the journeys that would no longer be told. It is looked for from the end that
     * is on the smaller ring, against the arcs if that is the beginning, and stops where the other ring is met.
     */
    private List<Arc> wayBack(Arc small) {
        boolean against = sizeOf.get(ring(small.from())) < sizeOf.get(ring(small.to()));
        int start = against ? small.from() : small.to();
        int goal = ring(against ? small.to() : small.from());
        @Nullable Arc[] by = new Arc[arcsAt.size()];
        long[] costs = new long[arcsAt.size()];
        Arrays.fill(costs, Long.MAX_VALUE);
        var open = new PriorityQueue<>(Comparator.comparingLong(Reached::cost).thenComparingInt(Reached::node));
        costs[start] = 0;
        Reached here = new Reached(start, 0);
        for (; ring(here.node()) != goal; here = open.remove()) {
            for (Arc arc : arcsAt.get(here.node())) {
                boolean leaves = arc.from() == here.node();
                int next = leaves ? arc.to() : arc.from();
                long cost = here.cost() + (confidential.contains(arc.cell()) ? 0 : arc.journeys());
                if ((leaves != against || arc.journeys() >= threshold) && cost < costs[next]) {
                    costs[next] = cost;
                    by[next] = arc;
                    open.add(new Reached(next, cost));
                }
            }
        }
        List<Arc> way = new ArrayList<>();
        for (int node = here.node(); node != start; ) {
            Arc arc = Objects.requireNonNull(by[node]);
            way.add(arc);
            node = arc.to() == node ? arc.from() : arc.to();
        }
        return way;
    }
}
