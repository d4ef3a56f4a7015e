package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Figures;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.Station;
import io.baytap.tariffs.published.StationFare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of reading the published files: all the figures, or every reason why not. */
public sealed interface Import {

    record Taken(Figures figures) implements Import {}

    record Refused(List<Refusal> refusals) implements Import {}

    /**
     * Reads every published file.
     *
     * @param directory holds the files in folders by publisher: mtr, hong-kong, shenzhen, fx
     * @param standing the routes of the import before, whose ids stand
     */
    static Import read(Path directory, List<Route> standing) {
        var rail = new MtrRail(directory);
        var mtrBus = new MtrBus(directory);
        var starFerry = new StarFerry(directory);
        var busTramFerry = new BusTramFerry(directory);
        var shenzhen = new Shenzhen(directory);
        var calendar = new Calendar(directory);
        var travel = new Travel(directory);
        var rates = new Rates(directory);

        var stations = new ArrayList<Station>();
        var stationFares = new ArrayList<StationFare>();
        var routes = new ArrayList<Route>();
        for (MtrRail.Network network : rail.read()) {
            routes.add(network.route());
            stations.addAll(network.stations());
            stationFares.addAll(network.fares());
        }
        var lineStations = shenzhen.readStations();
        var shenzhenStations = Shenzhen.stations(lineStations);
        stations.addAll(shenzhenStations);
        routes.add(Shenzhen.route(shenzhenStations));

        var ids = new RouteIds(standing);
        var routeFares = new ArrayList<RouteFare>();
        mtrBus.read(ids, routes, routeFares);
        routes.addAll(StarFerry.routes());
        var starFerryFares = starFerry.read();
        busTramFerry.read(ids, starFerryFares, routes, routeFares);
        var edges = shenzhen.readEdges(lineStations);
        var holidays = calendar.read();
        var ridership = travel.read();
        var referenceRates = rates.read();

        List<SourceFile> files = Stream.of(
                        rail.files(),
                        mtrBus.files(),
                        busTramFerry.files(),
                        starFerry.files(),
                        calendar.files(),
                        travel.files(),
                        shenzhen.files(),
                        rates.files())
                .flatMap(List::stream)
                .toList();
        List<Refusal> refusals =
                files.stream().flatMap(file -> file.refusals().stream()).toList();
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        return new Taken(new Figures(
                routes,
                routeFares,
                Calendar.dayTypes(),
                starFerryFares,
                stations,
                stationFares,
                lineStations,
                edges,
                holidays,
                ridership,
                referenceRates,
                Provenance.of(files)));
    }
}
