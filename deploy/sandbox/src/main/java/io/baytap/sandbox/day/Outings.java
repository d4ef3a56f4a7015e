package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Riders who run into rules: round after round of all itineraries, out of the trips that each service has. */
final class Outings {

    /** Of all trips; an assumption of ours. A small day has more of them, so that none is missing. */
    private static final double SHARE = 0.1;

    private static final int TRIPS_MIN = 180;

    /** Before a new exchange rate comes out, on any day of the year. */
    private static final LocalTime OVER_BY = LocalTime.of(21, 30);

    private final LocalDate day;
    private final SplittableRandom random;
    private final String prefix;
    private final Map<String, Integer> used = new HashMap<>();
    private int riders;

    /** @param prefix of account aliases */
    Outings(LocalDate day, SplittableRandom random, String prefix) {
        this.day = day;
        this.random = random;
        this.prefix = prefix;
    }

    List<Trip> of(List<Supplier<Outing>> itineraries, List<Service> services) {
        int all = services.stream().mapToInt(Service::trips).sum();
        int wanted = Math.max(TRIPS_MIN, (int) (SHARE * all));
        List<Trip> trips = new ArrayList<>();
        boolean fits = true;
        while (fits && trips.size() < wanted) {
            fits = false;
            for (Supplier<Outing> itinerary : itineraries) {
                Outing outing = itinerary.get();
                if (isLeftFor(outing, services) && !latest(outing).isBefore(outing.from())) {
                    trips.addAll(trips(outing));
                    fits = true;
                }
            }
        }
        return trips;
    }

    /** How many of a service's trips are left for riders who just travel. */
    int left(Service service) {
        return service.trips() - used.getOrDefault(service.id(), 0);
    }

    /** Half of each service's trips stay with riders who just travel. */
    private boolean isLeftFor(Outing outing, List<Service> services) {
        for (Service service : services) {
            long needed = outing.steps().stream()
                    .filter(step -> step.ride().service().id().equals(service.id()))
                    .count();
            if (needed > 0 && left(service) - needed < Math.max(1, service.trips() / 2)) {
                return false;
            }
        }
        return true;
    }

    private List<Trip> trips(Outing outing) {
        Rider rider = rider(outing.steps().getFirst().ride().service().city());
        List<Trip> trips = new ArrayList<>();
        Instant free = at(outing);
        for (Outing.Step step : outing.steps()) {
            Instant start = free.plus(step.before());
            free = start.plus(step.ride().duration());
            trips.add(new Trip(rider, step.ride(), start, free, Fault.NONE));
            used.merge(step.ride().service().id(), 1, Integer::sum);
        }
        return trips;
    }

    private Instant at(Outing outing) {
        long from = outing.from().toSecondOfDay();
        long seconds = from + random.nextLong(latest(outing).toSecondOfDay() - from + 1);
        return day.atStartOfDay(Travel.LOCAL).toInstant().plusSeconds(seconds).plusMillis(random.nextInt(1000));
    }

    /** The latest time to set out at. */
    private static LocalTime latest(Outing outing) {
        LocalTime inTime = OVER_BY.minus(outing.duration());
        return inTime.isBefore(outing.until()) ? inTime : outing.until();
    }

    private Rider rider(City city) {
        riders++;
        Scheme scheme = city.wallet(random.nextInt(4) == 0, riders);
        return new Rider(scheme, prefix + "o" + String.format("%07d", riders));
    }
}
