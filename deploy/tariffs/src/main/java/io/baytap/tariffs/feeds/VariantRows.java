package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.StopRange;
import io.baytap.tariffs.published.TwoWaySection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Route variants: a rule for every published range of boarding stops and range of alighting stops. */
final class VariantRows {

    private final Feed feed;
    private final FareRows fares;
    private final List<TwoWaySection> sections;
    private final Map<String, List<RouteFare>> byRoute = new HashMap<>();

    /** @param sections of one generation */
    VariantRows(Feed feed, FareRows fares, List<RouteFare> routeFares, List<TwoWaySection> sections) {
        this.feed = feed;
        this.fares = fares;
        this.sections = sections;
        for (RouteFare fare : routeFares) {
            byRoute.computeIfAbsent(fare.routeId(), _ -> new ArrayList<>()).add(fare);
        }
    }

    void add(Route route) {
        for (int stop = 1; stop <= route.stops(); stop++) {
            feed.add(GtfsFile.STOPS, route.stopId(stop), "Stop " + stop);
        }
        fares.network(route.routeId(), route.route() + " " + route.name());
        for (RouteFare fare : byRoute.getOrDefault(route.routeId(), List.of())) {
            fares.legRule(
                    route.routeId(),
                    area(route, fare.on()),
                    coversTheRest(route, fare) ? FareRows.ANY : area(route, fare.off()),
                    fare.dayType().equals(RouteFare.EVERY_DAY) ? FareRows.ANY : fare.dayType(),
                    fare.fare());
        }
        for (TwoWaySection section : sections) {
            if (section.on() != null
                    && section.off() != null
                    && section.routeId().equals(route.routeId())) {
                fares.sectionRule(
                        route.routeId(), area(route, section.on()), area(route, section.off()), section.fare());
            }
        }
    }

    /** The fare depends on the boarding stop alone, wherever the rider alights. */
    private static boolean coversTheRest(Route route, RouteFare fare) {
        return fare.off().from() <= fare.on().from() + 1 && fare.off().to() == route.stops();
    }

    private String area(Route route, StopRange range) {
        String areaId = route.routeId() + "#" + range;
        fares.area(areaId, "Stops " + range);
        for (int stop = range.from(); stop <= range.to(); stop++) {
            fares.stopInArea(route.stopId(stop), areaId);
        }
        return areaId;
    }
}
