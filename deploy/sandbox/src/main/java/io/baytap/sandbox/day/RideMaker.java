package io.baytap.sandbox.day;

import io.baytap.sandbox.published.Published;
import io.baytap.sandbox.published.PublishedRoute;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes rides of a wanted kind. */
final class RideMaker {

    /** Of the rides on which it could bring something back; an assumption of ours. */
    private static final double ALIGHTING = 0.15;

    private static final int ATTEMPTS = 100_000;

    private final Published published;
    private final LocalDate day;
    private final RideDrawer drawer;
    private final SplittableRandom random;
    private final Map<String, Service> services;
    private final OwnFares ownFares;
    private final List<PublishedRoute> sectionRoutes;

    RideMaker(Published published, LocalDate day, RideDrawer drawer, List<Service> services, SplittableRandom random) {
        this.published = published;
        this.day = day;
        this.random = random;
        this.drawer = drawer;
        this.services = services.stream().collect(Collectors.toMap(Service::id, service -> service));
        this.ownFares = new OwnFares(published, day);
        this.sectionRoutes = service("KMB").routes().stream()
                .filter(route -> published.routesWithSectionStops().contains(route.routeId()))
                .toList();
    }

    /** Between two stations. */
    Ride rail(String network, String from, String to, Duration duration) {
        Service service = service(network);
        long fare = published.stationFare(network, from, to).orElseThrow();
        return new Ride(service, service.routes().getFirst(), from, to, "", fare, duration);
    }

    /** Any ride with that service that costs at least that much; nobody taps on leaving a bus. */
    Ride any(String network, long atLeastMinor) {
        return wanted(() -> withoutAlighting(drawer.draw(service(network))), ride -> ride.fareMinor() >= atLeastMinor);
    }

    /** Any station where journeys begin and end. */
    String station(String network) {
        return drawer.draw(service(network)).fromStopId();
    }

    /** A KMB ride within a two-way section, with a tap on alighting that brings something back, or not. */
    Ride section(boolean givesBack) {
        return wanted(() -> kmb(sectionRoutes.get(random.nextInt(sectionRoutes.size()))), ride -> {
            long morning = ownFares.rideFare(ride, true).orElse(ride.fareMinor());
            long afternoon = ownFares.rideFare(ride, false).orElse(ride.fareMinor());
            return givesBack
                    ? morning < ride.fareMinor() && afternoon < ride.fareMinor() && morning != afternoon
                    : afternoon == ride.fareMinor();
        });
    }

    /** A KMB ride on a route that sells two-way sections, or on one that does not; nobody taps on leaving. */
    Ride kmb(boolean withSections) {
        return wanted(() -> any("KMB", 0), ride -> published.hasSections(ride.route()) == withSections);
    }

    /** A Citybus ride whose alighting tap brings something back, or not. */
    Ride citybus(boolean givesBack) {
        return wanted(() -> alighting(drawer.draw(service("CTB"))), ride -> {
            long fare = ownFares.rideFare(ride, false).orElse(ride.fareMinor());
            return !ride.toStopId().isEmpty() && givesBack == (fare < ride.fareMinor());
        });
    }

    static Ride lasting(Ride ride, Duration duration) {
        return new Ride(
                ride.service(),
                ride.route(),
                ride.fromStopId(),
                ride.toStopId(),
                ride.deck(),
                ride.fareMinor(),
                duration);
    }

    /** Some riders of KMB and Citybus tap on leaving as well. */
    Ride perhapsAlighting(Ride ride) {
        boolean givesBack = OwnFares.GIVE_BACK.contains(ride.service().operatorId());
        return givesBack && random.nextDouble() < ALIGHTING ? alighting(ride) : ride;
    }

    /** The same ride with a tap on leaving at a stop for which something is published. */
    Ride alighting(Ride ride) {
        PublishedRoute route = ride.route();
        int on = route.number(ride.fromStopId());
        List<String> stops = route.stopIds().subList(on, route.stopIds().size()).stream()
                .filter(stop ->
                        published.rideFare(route, on, route.number(stop), day).isPresent())
                .toList();
        String to = stops.isEmpty() ? "" : stops.get(random.nextInt(stops.size()));
        return new Ride(ride.service(), route, ride.fromStopId(), to, ride.deck(), ride.fareMinor(), ride.duration());
    }

    private Ride kmb(PublishedRoute route) {
        Service service = service("KMB");
        List<Integer> stops = IntStream.range(1, route.stopIds().size())
                .filter(stop -> published.boardingFare(route, stop, day).isPresent())
                .boxed()
                .toList();
        int on = stops.get(random.nextInt(stops.size()));
        long fare = published.boardingFare(route, on, day).orElseThrow();
        Duration duration = Duration.ofMinutes(8 + random.nextInt(25));
        return alighting(new Ride(service, route, route.stop(on), "", "", fare, duration));
    }

    private static Ride withoutAlighting(Ride ride) {
        return ride.service().collection() == Collection.BOARDING
                ? new Ride(ride.service(), ride.route(), ride.fromStopId(), "", "", ride.fareMinor(), ride.duration())
                : ride;
    }

    private static Ride wanted(Supplier<Ride> draw, Predicate<Ride> isWanted) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ride ride = draw.get();
            if (isWanted.test(ride)) {
                return ride;
            }
        }
        throw new IllegalStateException("no such ride is among the published ones");
    }

    private Service service(String id) {
        Service service = services.get(id);
        if (service == null) {
            throw new IllegalArgumentException("no service " + id);
        }
        return service;
    }
}
