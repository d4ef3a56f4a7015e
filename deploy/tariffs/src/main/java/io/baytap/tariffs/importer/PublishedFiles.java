package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Figures;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.Source;
import io.baytap.tariffs.published.StarFerryFare;
import io.baytap.tariffs.published.Station;
import io.baytap.tariffs.published.StationFare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every published file of a folder, each with its reader. */
final class PublishedFiles {

    private final MtrRail rail;
    private final MtrBus mtrBus;
    private final BusTramFerry busTramFerry;
    private final TwoWaySections twoWaySections;
    private final StarFerry starFerry;
    private final Calendar calendar;
    private final Travel travel;
    private final Shenzhen shenzhen;
    private final Rates rates;

    private final List<Route> routes = new ArrayList<>();
    private final List<RouteFare> routeFares = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private final List<StationFare> stationFares = new ArrayList<>();

    PublishedFiles(Path directory) {
        rail = new MtrRail(directory);
        mtrBus = new MtrBus(directory);
        busTramFerry = new BusTramFerry(directory);
        twoWaySections = new TwoWaySections(directory);
        starFerry = new StarFerry(directory);
        calendar = new Calendar(directory);
        travel = new Travel(directory);
        shenzhen = new Shenzhen(directory);
        rates = new Rates(directory);
    }

    /** What the files say; worth something only if there are no {@link #refusals()} afterwards. */
    Figures read(List<Route> standing) {
        for (MtrRail.Network network : rail.read()) {
            routes.add(network.route());
            stations.addAll(network.stations());
            stationFares.addAll(network.fares());
        }
        var lineStations = shenzhen.readStations();
        var shenzhenStations = Shenzhen.stations(lineStations);
        stations.addAll(shenzhenStations);
        routes.add(Shenzhen.route(shenzhenStations));
        List<StarFerryFare> starFerryFares = starFerry.read();
        readVariants(new RouteIds(standing), starFerryFares);
        return new Figures(
                routes,
                routeFares,
                twoWaySections.read(routes, routeFares),
                Calendar.dayTypes(),
                starFerryFares,
                stations,
                stationFares,
                lineStations,
                shenzhen.readEdges(lineStations),
                calendar.read(),
                travel.read(),
                rates.read(),
                sources());
    }

    private void readVariants(RouteIds ids, List<StarFerryFare> starFerryFares) {
        mtrBus.read(ids, routes, routeFares);
        routes.addAll(StarFerry.routes());
        busTramFerry.read(ids, starFerryFares, routes, routeFares);
    }

    List<Refusal> refusals() {
        return files().stream().flatMap(file -> file.refusals().stream()).toList();
    }

    private List<Source> sources() {
        return files().stream().filter(SourceFile::isHere).map(Provenance::of).toList();
    }

    private List<SourceFile> files() {
        return Stream.of(
                        rail.files(),
                        mtrBus.files(),
                        busTramFerry.files(),
                        twoWaySections.files(),
                        starFerry.files(),
                        calendar.files(),
                        travel.files(),
                        shenzhen.files(),
                        rates.files())
                .flatMap(List::stream)
                .toList();
    }
}
