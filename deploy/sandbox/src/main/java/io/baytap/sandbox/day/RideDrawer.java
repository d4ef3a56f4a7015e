package io.baytap.sandbox.day;

import io.baytap.sandbox.published.Published;
import io.baytap.sandbox.published.PublishedRoute;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws rides that have a published fare above zero on the day. */
final class RideDrawer {

    /** Well below the shortest time limit of any network, so that a complete journey never runs into it. */
    private static final int MINUTES_MAX = 110;

    /** A route that runs on the day, and its stops with a fare. */
    private record Open(PublishedRoute route, List<Integer> stops) {}

    private final Published published;
    private final LocalDate day;
    private final SplittableRandom random;
    private final Map<String, Popularity<String>> stations = new HashMap<>();
    private final Map<String, Popularity<Open>> routes = new HashMap<>();

    RideDrawer(Published published, LocalDate day, SplittableRandom random) {
        this.published = published;
        this.day = day;
        this.random = random;
    }

    Ride draw(Service service) {
        return switch (service.collection()) {
            case STATIONS -> betweenStations(service);
            case BOARDING, LEAVING -> inVehicle(service);
            case PIER -> acrossHarbour(service);
        };
    }

    private Ride betweenStations(Service service) {
        PublishedRoute network = service.routes().getFirst();
        Popularity<String> popularity =
                stations.computeIfAbsent(network.routeId(), _ -> new Popularity<>(network.stopIds()));
        while (true) {
            String from = popularity.draw(random);
            String to = popularity.draw(random);
            OptionalLong fare = published.stationFare(network.routeId(), from, to);
            // No journey back to its own station and none that is free: what they cost is a rule of its own.
            if (!from.equals(to) && fare.isPresent() && fare.getAsLong() > 0) {
                Duration duration = duration(network, from, to, fare.getAsLong());
                return new Ride(service, network, from, to, "", fare.getAsLong(), duration);
            }
        }
    }

    private Ride inVehicle(Service service) {
        Open open = routes.computeIfAbsent(service.id(), _ -> open(service)).draw(random);
        int stop = open.stops.get(random.nextInt(open.stops.size()));
        String stopId = open.route.stop(stop);
        boolean boarding = service.collection() == Collection.BOARDING;
        long fare = fare(service, open.route, stop).orElseThrow();
        return new Ride(
                service,
                open.route,
                boarding ? stopId : "",
                boarding ? "" : stopId,
                "",
                fare,
                Duration.ofMinutes(8 + random.nextInt(40)));
    }

    private Ride acrossHarbour(Service service) {
        PublishedRoute route = service.routes()
                .get(random.nextInt(10) < 8 ? 0 : service.routes().size() - 1);
        List<String> decks = published.decks(route);
        String deck = decks.get(random.nextInt(decks.size()));
        long fare = published.ferryFare(route, deck, day).orElseThrow();
        String pier = route.stop(1 + random.nextInt(2));
        return new Ride(service, route, pier, "", deck, fare, Duration.ofMinutes(10 + random.nextInt(10)));
    }

    private Popularity<Open> open(Service service) {
        List<Open> open = service.routes().stream()
                .map(route -> new Open(route, stopsWithFare(service, route)))
                .filter(candidate -> !candidate.stops.isEmpty())
                .toList();
        return new Popularity<>(open);
    }

    private List<Integer> stopsWithFare(Service service, PublishedRoute route) {
        return IntStream.rangeClosed(1, route.stopIds().size())
                .filter(stop -> fare(service, route, stop).orElse(0) > 0)
                .boxed()
                .toList();
    }

    private OptionalLong fare(Service service, PublishedRoute route, int stop) {
        return service.collection() == Collection.BOARDING
                ? published.boardingFare(route, stop, day)
                : published.leavingFare(route, stop, day);
    }

    private Duration duration(PublishedRoute network, String from, String to, long fareMinor) {
        long minutes = switch (network.routeId()) {
            case Published.SHENZHEN -> 8 + published.shenzhenMetres(from, to).orElseThrow() / 550;
            case "MTR:heavy-rail" -> 6 + fareMinor / 60;
            default -> 8 + random.nextInt(20);
        };
        return Duration.ofMinutes(Math.min(MINUTES_MAX, minutes + random.nextInt(8)));
    }
}
