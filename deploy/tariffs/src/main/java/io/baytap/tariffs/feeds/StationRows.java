package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.Figures;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.Station;
import io.baytap.tariffs.published.StationFare;
import java.util.List;

/** Networks of stations: every station is an area, every pair a rule. */
final class StationRows {

    private final Feed feed;
    private final FareRows fares;
    private final Figures figures;

    StationRows(Feed feed, FareRows fares, Figures figures) {
        this.feed = feed;
        this.fares = fares;
        this.figures = figures;
    }

    void add(Route route) {
        fares.network(route.routeId(), route.name());
        List<Station> stations = figures.stations().stream()
                .filter(station -> station.routeId().equals(route.routeId()))
                .toList();
        for (Station station : stations) {
            String name = station.name().isEmpty() ? station.nameZh() : station.name();
            feed.add(GtfsFile.STOPS, station.stopId(), name);
            fares.area(station.stopId(), name);
            fares.stopInArea(station.stopId(), station.stopId());
        }
        if (feed.operator() == Operator.SZM) {
            addByDistance(route, stations);
        } else {
            addPublished(route);
        }
    }

    private void addPublished(Route route) {
        for (StationFare fare : figures.stationFares()) {
            if (fare.routeId().equals(route.routeId())) {
                fares.legRule(route.routeId(), fare.fromStopId(), fare.toStopId(), FareRows.ANY, fare.fare());
            }
        }
    }

    private void addByDistance(Route route, List<Station> stations) {
        var distances = new RailDistances(figures.shenzhenEdges());
        for (Station from : stations) {
            var metres = distances.from(from.stopId());
            for (Station to : stations) {
                Integer distance = metres.get(to.stopId());
                if (distance == null) {
                    throw new IllegalArgumentException("no rails from %s to %s".formatted(from.stopId(), to.stopId()));
                }
                fares.legRule(
                        route.routeId(), from.stopId(), to.stopId(), FareRows.ANY, ShenzhenFare.forMetres(distance));
            }
        }
    }
}
