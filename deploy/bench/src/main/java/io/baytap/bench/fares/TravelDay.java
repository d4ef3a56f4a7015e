package io.baytap.bench.fares;

import io.baytap.bench.fares.Rides.Sold;
import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.Ride;
import io.baytap.fare.domain.Tap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** What riders do on a day: a bus, three journeys by rail, a bus. The same seed makes the same taps. */
final class TravelDay {

    static final int TAPS_PER_RIDER = 8;
    static final int JOURNEYS_PER_RIDER = 5;

    /** Minutes of the day at which each rider's taps begin. */
    private static final int[] MINUTES = {360, 400, 440, 720, 760, 1080, 1120, 1170};

    /** Each rider's own; less than what lies between two taps. */
    private static final int SECONDS_APART_MAX = 30 * 60;

    private final Rides rides;
    private final LocalDate day;

    /** A tap of one of the riders, who are counted from 0. */
    record RiderTap(int rider, Tap tap) {}

    TravelDay(Rides rides, LocalDate day) {
        this.rides = rides;
        this.day = day;
    }

    /** All taps of so many riders, in the order of time. */
    List<RiderTap> taps(int riders, long seed) {
        List<RiderTap> taps = new ArrayList<>(riders * TAPS_PER_RIDER);
        var random = new SplittableRandom(seed);
        for (int rider = 0; rider < riders; rider++) {
            for (Tap tap : taps(rider, random)) {
                taps.add(new RiderTap(rider, tap));
            }
        }
        taps.sort(Comparator.comparing(RiderTap::tap, Tap.IN_TIME));
        return taps;
    }

    /** When all of it is over. */
    Instant end() {
        return day.atTime(23, 0).atZone(Rides.HONG_KONG).toInstant();
    }

    private List<Tap> taps(int rider, SplittableRandom random) {
        List<Tap> taps = new ArrayList<>(TAPS_PER_RIDER);
        Instant start = day.atStartOfDay(Rides.HONG_KONG)
                .plusSeconds(random.nextInt(SECONDS_APART_MAX))
                .toInstant();
        while (taps.size() < TAPS_PER_RIDER) {
            boolean bus = taps.isEmpty() || taps.size() == TAPS_PER_RIDER - 1;
            Pairing pairing = bus ? Pairing.ON_ENTRY : Pairing.ENTRY_EXIT;
            Sold sold = rides.draw(random, pairing::equals, time(start, taps));
            taps.add(tap(sold, Direction.ENTRY, time(start, taps), rider, taps.size()));
            if (!bus) {
                taps.add(tap(sold, Direction.EXIT, time(start, taps), rider, taps.size()));
            }
        }
        return taps;
    }

    private static Instant time(Instant start, List<Tap> before) {
        return start.plusSeconds(MINUTES[before.size()] * 60L);
    }

    private Tap tap(Sold sold, Direction direction, Instant at, int rider, int number) {
        Ride ride = sold.ride();
        String stop = Objects.requireNonNull(direction == Direction.ENTRY ? ride.fromStopId() : ride.toStopId());
        String gate = sold.tariff().operatorId() + "-gate-" + Math.floorMod(stop.hashCode(), 10_000);
        return new Tap(
                "tap:" + gate + ":" + day.getDayOfMonth() + "%07d%d".formatted(rider, number),
                at,
                gate,
                sold.tariff().operatorId(),
                ride.routeId(),
                stop,
                ride.deck(),
                direction);
    }
}
