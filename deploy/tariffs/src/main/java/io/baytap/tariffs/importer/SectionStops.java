package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.StopRange;
import io.baytap.tariffs.published.TwoWaySection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which stops a section covers. Towards its terminus, boarding costs exactly the section's fare from its other end on; away from
 * the terminus it is as many stops, but never past the stop where boarding becomes cheaper, because the bus is out of the town by then.
 */
final class SectionStops {

    /** Where riders board and alight within the section, on one variant. */
    record Found(
            String direction,
            String routeId,
            @Nullable StopRange on,
            @Nullable StopRange off) {

        static final Found NOTHING = new Found("", "", null, null);
    }

    private final List<Route> routes;
    private final Map<String, List<RouteFare>> fares = new HashMap<>();

    SectionStops(List<Route> routes, List<RouteFare> routeFares) {
        this.routes = routes;
        for (RouteFare fare : routeFares) {
            fares.computeIfAbsent(fare.routeId(), _ -> new ArrayList<>()).add(fare);
        }
    }

    /** Empty where the place is no terminus, or where no boarding fare towards it is the section's. */
    List<Found> find(String number, String place, BigDecimal fare) {
        String terminus = Termini.english(place).orElse(null);
        var found = new ArrayList<Found>();
        if (terminus == null) {
            return found;
        }
        List<Route> variants = routes.stream()
                .filter(route -> TwoWaySections.isOf(route, number))
                .filter(route -> !sellsSections(route))
                .toList();
        int length = Integer.MAX_VALUE;
        for (Route route : variants) {
            int first = Termini.endsAt(route, terminus) ? firstAt(route, fare).orElse(0) : 0;
            if (first > 0) {
                found.add(new Found(
                        TwoWaySection.TOWARDS,
                        route.routeId(),
                        new StopRange(first, lastAt(route, fare)),
                        new StopRange(first + 1, route.stops())));
                length = Math.min(length, route.stops() - first + 1);
            }
        }
        if (!found.isEmpty()) {
            addAway(
                    variants.stream()
                            .filter(route -> Termini.startsAt(route, terminus))
                            .toList(),
                    fare,
                    length,
                    found);
        }
        return found;
    }

    private void addAway(List<Route> variants, BigDecimal fare, int length, List<Found> found) {
        for (Route route : variants) {
            BigDecimal full = boarding(route, 1);
            if (full.compareTo(fare) > 0) {
                int last = Math.min(length, lastAt(route, full));
                if (last > 1) {
                    found.add(new Found(
                            TwoWaySection.AWAY, route.routeId(), new StopRange(1, last - 1), new StopRange(2, last)));
                }
            }
        }
    }

    private OptionalInt firstAt(Route route, BigDecimal fare) {
        return IntStream.range(1, route.stops())
                .filter(stop -> boarding(route, stop).compareTo(fare) == 0)
                .findFirst();
    }

    /** The last of the stops in a row that begins with the first where boarding costs that much. */
    private int lastAt(Route route, BigDecimal fare) {
        int stop = firstAt(route, fare).orElseThrow();
        while (stop + 1 < route.stops() && boarding(route, stop + 1).compareTo(fare) == 0) {
            stop++;
        }
        return stop;
    }

    /** Zero where none is published. */
    private BigDecimal boarding(Route route, int stop) {
        return fares.getOrDefault(route.routeId(), List.of()).stream()
                .filter(fare -> fare.on().contains(stop))
                .map(RouteFare::fare)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** Fares by alighting stop are published for it: they say more than could be found here. */
    private boolean sellsSections(Route route) {
        return fares.getOrDefault(route.routeId(), List.of()).stream()
                .anyMatch(fare -> fare.off().to() < route.stops());
    }
}
