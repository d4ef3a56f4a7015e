package io.baytap.tariffs.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Everything that was published, as the folder of tables holds it. */
public record Figures(
        List<Route> routes,
        List<RouteFare> routeFares,
        List<TwoWaySection> twoWaySections,
        List<DayType> dayTypes,
        List<StarFerryFare> starFerryFares,
        List<Station> stations,
        List<StationFare> stationFares,
        List<LineStation> shenzhenStations,
        List<Edge> shenzhenEdges,
        List<Holiday> holidays,
        List<Ridership> ridership,
        List<ReferenceRate> rates,
        List<Source> sources) {

    public static Figures read(Path directory) throws IOException {
        return new Figures(
                Route.TABLE.read(directory),
                RouteFare.TABLE.read(directory),
                TwoWaySection.TABLE.read(directory),
                DayType.TABLE.read(directory),
                StarFerryFare.TABLE.read(directory),
                Station.TABLE.read(directory),
                StationFare.TABLE.read(directory),
                LineStation.TABLE.read(directory),
                Edge.TABLE.read(directory),
                Holiday.TABLE.read(directory),
                Ridership.TABLE.read(directory),
                ReferenceRate.TABLE.read(directory),
                Source.TABLE.read(directory));
    }

    /** The routes of an earlier import, whose ids stand; empty if there was none. */
    public static List<Route> readRoutes(Path directory) throws IOException {
        return Files.exists(directory.resolve(Route.TABLE.file())) ? Route.TABLE.read(directory) : List.of();
    }

    /** Writes all tables beside the old ones and only then puts them in their place: a failure leaves the old ones whole. */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path fresh = Files.createTempDirectory(directory, ".import");
        try {
            writeAll(fresh);
            try (var files = Files.list(fresh)) {
                for (Path file : files.toList()) {
                    Files.move(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } finally {
            try (var left = Files.list(fresh)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(fresh);
        }
    }

    private void writeAll(Path directory) throws IOException {
        Route.TABLE.write(directory, routes);
        RouteFare.TABLE.write(directory, routeFares);
        TwoWaySection.TABLE.write(directory, twoWaySections);
        DayType.TABLE.write(directory, dayTypes);
        StarFerryFare.TABLE.write(directory, starFerryFares);
        Station.TABLE.write(directory, stations);
        StationFare.TABLE.write(directory, stationFares);
        LineStation.TABLE.write(directory, shenzhenStations);
        Edge.TABLE.write(directory, shenzhenEdges);
        Holiday.TABLE.write(directory, holidays);
        Ridership.TABLE.write(directory, ridership);
        ReferenceRate.TABLE.write(directory, rates);
        Source.TABLE.write(directory, sources);
    }
}
