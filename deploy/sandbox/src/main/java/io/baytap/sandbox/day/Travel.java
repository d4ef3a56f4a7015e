package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Scheme;
import io.baytap.sandbox.published.ReferenceRates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Gives the day's rides to riders: each makes one to four trips that never overlap, some on both sides of the border. */
final class Travel {

    static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");

    private static final int[] TRIPS_OF_TEN_RIDERS = {1, 1, 2, 2, 2, 2, 2, 2, 3, 4};
    private static final double VISITORS = 0.25;
    private static final double CROSSING = 0.08;
    private static final Duration LAST_END = Duration.ofHours(23).plusMinutes(45);
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration BORDER = Duration.ofMinutes(60);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 30;

    private final LocalDate day;
    private final Rush rush;
    private final SplittableRandom random;
    private final Map<City, Deque<Ride>> rides = new EnumMap<>(City.class);
    private final Map<City, Integer> riders = new EnumMap<>(City.class);
    private final String prefix;

    /** @param prefix of account aliases: other days have other riders */
    Travel(LocalDate day, Rush rush, SplittableRandom random, String prefix) {
        this.day = day;
        this.rush = rush;
        this.random = random;
        this.prefix = prefix;
    }

    List<Trip> of(List<Ride> all) {
        for (City city : City.values()) {
            List<Ride> here =
                    all.stream().filter(ride -> ride.service().city() == city).toList();
            rides.put(city, new ArrayDeque<>(Popularity.shuffled(here, random)));
            riders.put(city, 0);
        }
        List<Trip> trips = new ArrayList<>();
        while (left(City.HONG_KONG) + left(City.SHENZHEN) > 0) {
            int point = random.nextInt(left(City.HONG_KONG) + left(City.SHENZHEN));
            City city = point < left(City.HONG_KONG) ? City.HONG_KONG : City.SHENZHEN;
            trips.addAll(dayOf(rider(city), ridesOf(city)));
        }
        return trips;
    }

    private int left(City city) {
        return queue(city).size();
    }

    private Deque<Ride> queue(City city) {
        return rides.computeIfAbsent(city, _ -> new ArrayDeque<>());
    }

    /** The first two in each city are a resident and a visitor, so that every corridor occurs. */
    private Rider rider(City city) {
        int number = riders.merge(city, 1, Integer::sum);
        boolean visitor = number == 2 || (number > 2 && random.nextDouble() < VISITORS);
        Scheme scheme = city.wallet(visitor, number);
        String account = prefix + (city == City.HONG_KONG ? "h" : "s") + String.format("%07d", number);
        return new Rider(scheme, account);
    }

    private List<Ride> ridesOf(City city) {
        int count = TRIPS_OF_TEN_RIDERS[random.nextInt(TRIPS_OF_TEN_RIDERS.length)];
        City other = city == City.HONG_KONG ? City.SHENZHEN : City.HONG_KONG;
        int across = count > 1 && random.nextDouble() < CROSSING ? count / 2 : 0;
        List<Ride> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Ride ride = queue(i < count - across ? city : other).poll();
            if (ride != null) {
                taken.add(ride);
            }
        }
        return taken;
    }

    private List<Trip> dayOf(Rider rider, List<Ride> taken) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Duration> departures = new ArrayList<>();
            for (int i = 0; i < taken.size(); i++) {
                departures.add(rush.draw(random));
            }
            Collections.sort(departures);
            List<Trip> trips = schedule(rider, taken, departures);
            if (isOver(trips)) {
                return trips;
            }
        }
        // Everything at once in the morning, one after the other: that always fits.
        return schedule(rider, taken, Collections.nCopies(taken.size(), Duration.ofHours(6)));
    }

    private boolean isOver(List<Trip> trips) {
        return trips.isEmpty() || !trips.getLast().end().isAfter(at(LAST_END));
    }

    private List<Trip> schedule(Rider rider, List<Ride> taken, List<Duration> departures) {
        List<Trip> trips = new ArrayList<>();
        Instant free = at(Duration.ZERO);
        City where = null;
        for (int i = 0; i < taken.size(); i++) {
            Ride ride = taken.get(i);
            City there = ride.service().city();
            Instant earliest = where == null || where == there ? free : free.plus(BORDER);
            Instant start = clearOfRates(later(at(departures.get(i)), earliest), ride.duration());
            Instant end = start.plus(ride.duration());
            trips.add(new Trip(rider, ride, start, end, Fault.NONE));
            free = end.plus(PAUSE);
            where = there;
        }
        return trips;
    }

    /** No trip spans the moment a new rate comes out: which rate is right would depend on which tap arrived first. */
    private Instant clearOfRates(Instant start, Duration duration) {
        Instant change = ReferenceRates.publication(day);
        boolean spans = start.minus(MARGIN).isBefore(change)
                && start.plus(duration).plus(MARGIN).isAfter(change);
        return spans ? change.plus(MARGIN).plusMillis(random.nextInt(60_000)) : start;
    }

    private Instant at(Duration timeOfDay) {
        return day.atStartOfDay(LOCAL).toInstant().plus(timeOfDay);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
