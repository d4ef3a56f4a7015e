package io.baytap.sandbox.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tables of published figures. Amounts are minor units of the operator's currency. */
public final class Published {

    /** The network priced by distance. */
    public static final String SHENZHEN = "SZM:metro";

    private final Map<String, PublishedRoute> routes = new LinkedHashMap<>();
    private final Map<String, StationFares> networks = new HashMap<>();
    private final List<Ridership> ridership;
    private final DayTypes dayTypes;
    private final RouteFares routeFares;
    private final TwoWaySections twoWaySections;
    private final DistanceFares shenzhen;
    private final ReferenceRates rates;

    private Published(Path folder, int spreadBasisPoints) {
        Map<String, List<String>> stations = Table.read(folder, "stations.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("route_id"),
                        Collectors.mapping(row -> row.getField("stop_id"), Collectors.toList())));
        Table.read(folder, "routes.csv").stream()
                .map(row -> route(row, stations))
                .forEach(route -> routes.put(route.routeId(), route));
        Table.read(folder, "station-fares.csv").stream()
                .collect(Collectors.groupingBy(row -> row.getField("route_id")))
                .forEach((routeId, rows) -> networks.put(routeId, new PairTable(rows)));
        shenzhen = new DistanceFares(Table.read(folder, "shenzhen-edges.csv"));
        networks.put(SHENZHEN, shenzhen);
        ridership = ridership(folder);
        dayTypes = new DayTypes(folder);
        routeFares = new RouteFares(folder, dayTypes);
        twoWaySections = new TwoWaySections(folder);
        rates = new ReferenceRates(folder, spreadBasisPoints);
    }

    /**
     * Reads the folder.
     *
     * @param spreadBasisPoints what a wallet pays above the mid rate, in hundredths of a percent
     * @throws java.io.UncheckedIOException if a table is missing
     */
    public static Published read(Path folder, int spreadBasisPoints) {
        return new Published(folder, spreadBasisPoints);
    }

    private static PublishedRoute route(NamedCsvRecord row, Map<String, List<String>> stations) {
        String routeId = row.getField("route_id");
        int stops = Integer.parseInt(row.getField("stops"));
        String minutes = row.getField("journey_minutes");
        return new PublishedRoute(
                routeId,
                row.getField("operator_id"),
                row.getField("mode"),
                stations.getOrDefault(
                        routeId,
                        IntStream.rangeClosed(1, stops)
                                .mapToObj(number -> routeId + "#" + number)
                                .toList()),
                minutes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(minutes)));
    }

    /** One row per group of routes: rows that count the same routes are added up. */
    private static List<Ridership> ridership(Path folder) {
        Map<String, Ridership> rows = new LinkedHashMap<>();
        for (NamedCsvRecord row : Table.read(folder, "ridership.csv")) {
            var counted = new Ridership(
                    row.getField("operator_id"),
                    row.getField("routes"),
                    Long.parseLong(row.getField("journeys_per_day")));
            rows.merge(
                    counted.routes(),
                    counted,
                    (a, b) -> new Ridership(a.operatorId(), a.routes(), a.journeysPerDay() + b.journeysPerDay()));
        }
        return List.copyOf(rows.values());
    }

    /** All routes in the order of the table. */
    public Collection<PublishedRoute> routes() {
        return routes.values();
    }

    public List<Ridership> ridership() {
        return ridership;
    }

    public ReferenceRates rates() {
        return rates;
    }

    /** Whether people travel as on a working day. */
    public boolean isWorkingDay(LocalDate date) {
        return dayTypes.isWorkingDay(date);
    }

    /** From station to station; empty where that journey is not sold. */
    public OptionalLong stationFare(String routeId, String fromStopId, String toStopId) {
        return network(routeId).fare(fromStopId, toStopId);
    }

    /** The highest published fare of a station network. */
    public long highestFare(String routeId) {
        return network(routeId).highest();
    }

    /** The lowest fare from a station to another one that is not free. */
    public OptionalLong lowestFare(String routeId, String stopId) {
        return network(routeId).lowestFrom(stopId);
    }

    /** Rail metres between two stations of Shenzhen. */
    public OptionalLong shenzhenMetres(String fromStopId, String toStopId) {
        return shenzhen.metres(fromStopId, toStopId);
    }

    /** Paid on boarding at the stop with that 1-based number; empty where nothing is published for that day. */
    public OptionalLong boardingFare(PublishedRoute route, int stop, LocalDate date) {
        return routeFares.onBoarding(route, stop, date);
    }

    /** What is published for boarding at one stop and alighting at another; empty where nothing is. */
    public OptionalLong rideFare(PublishedRoute route, int on, int off, LocalDate date) {
        return routeFares.between(route, on, off, date);
    }

    /** KMB's two-way section fare for a ride, before or after its fare adjustment; empty where no section holds the ride. */
    public OptionalLong sectionFare(PublishedRoute route, int on, int off, boolean beforeAdjustment) {
        return twoWaySections.fare(route.routeId(), on, off, beforeAdjustment);
    }

    /** Whether KMB sells two-way sections on that route, or on another variant of it. */
    public boolean hasSections(PublishedRoute route) {
        String[] parts = route.routeId().split(":", -1);
        return parts[0].equals("KMB") && twoWaySections.isSoldOn(parts[1]);
    }

    /** The variants whose two-way sections have stops. */
    public Set<String> routesWithSectionStops() {
        return twoWaySections.routeIds();
    }

    /** Paid on leaving at the stop with that 1-based number. */
    public OptionalLong leavingFare(PublishedRoute route, int stop, LocalDate date) {
        return routeFares.onLeaving(route, stop, date);
    }

    /** Star Ferry by deck. */
    public OptionalLong ferryFare(PublishedRoute route, String deck, LocalDate date) {
        return routeFares.onFerry(route, deck, date);
    }

    /** The decks of a ferry route; one empty name where the boat has one class. */
    public List<String> decks(PublishedRoute route) {
        return routeFares.decks(route);
    }

    private StationFares network(String routeId) {
        @Nullable StationFares fares = networks.get(routeId);
        if (fares == null) {
            throw new IllegalArgumentException(routeId + " is not a station network with published fares");
        }
        return fares;
    }
}
