package io.baytap.sandbox.day;

import static io.baytap.sandbox.day.Outing.afternoon;
import static io.baytap.sandbox.day.Outing.anyTime;
import static io.baytap.sandbox.day.Outing.first;
import static io.baytap.sandbox.day.Outing.morning;
import static io.baytap.sandbox.day.Terms.HEAVY_RAIL;

import io.baytap.sandbox.day.Outing.Step;
import io.baytap.sandbox.published.Published;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Outings that run into every rule of the tariffs and schemes, on either side of its edge. */
final class Itineraries {

    private static final String METRO = Published.SHENZHEN;
    private static final String LO_WU = "MTR:76";
    private static final String LOK_MA_CHAU = "MTR:78";
    /** Opposite Lo Wu: its fare is not below the discount for coming from there. */
    private static final String LUOHU = "SZM:罗湖";

    private final RideMaker make;
    private final SplittableRandom random;

    Itineraries(RideMaker make, SplittableRandom random) {
        this.make = make;
        this.random = random;
    }

    /** One of each kind, drawn anew whenever asked. */
    List<Supplier<Outing>> all() {
        return List.of(
                () -> morning(first(make.section(true))),
                () -> afternoon(first(make.section(true))),
                () -> around(LocalTime.of(11, 50), RideMaker.lasting(make.section(true), minutes(15, 30))),
                () -> afternoon(first(make.section(false))),
                () -> anyTime(first(RideMaker.lasting(make.section(true), minutes(151, 175)))),
                () -> anyTime(first(make.citybus(true)), then(make.citybus(false), minutes(20, 50))),
                () -> overstayed(HEAVY_RAIL, 151, 200),
                () -> overstayed(METRO, 181, 230),
                () -> overstayed(Terms.LIGHT_RAIL, 151, 200),
                () -> sameStation(make.station(HEAVY_RAIL), minutes(3, 20)),
                () -> sameStation(make.station(HEAVY_RAIL), minutes(21, 90)),
                () -> sameStation(random.nextBoolean() ? LO_WU : LOK_MA_CHAU, minutes(21, 60)),
                this::linked,
                () -> busToRail(minutes(2, 29), make.section(true)),
                () -> busToRail(Duration.ofMinutes(30), make.section(false)),
                () -> busToRail(Duration.ofMinutes(30).plusMillis(1), make.section(true)),
                this::busToRailTwice,
                this::thereAndBack,
                () -> border(Duration.ofMinutes(61)),
                this::manyBuses,
                this::manyTrains,
                this::manyTrainsOnBothSides,
                () -> change(LocalTime.of(12, 1), LocalTime.of(17, 0), minutes(5, 25)),
                () -> change(LocalTime.of(12, 1), LocalTime.of(17, 0), minutes(91, 120)),
                () -> change(LocalTime.of(11, 20), LocalTime.of(11, 40), minutes(30, 40)));
    }

    private Outing around(LocalTime from, Ride ride) {
        return new Outing(from, from.plusMinutes(9), List.of(first(ride)));
    }

    private Outing overstayed(String network, int fromMinutes, int toMinutes) {
        return new Outing(
                LocalTime.of(6, 0),
                LocalTime.of(16, 0),
                List.of(first(RideMaker.lasting(make.any(network, 0), minutes(fromMinutes, toMinutes)))));
    }

    private Outing sameStation(String station, Duration stay) {
        return anyTime(first(make.rail(HEAVY_RAIL, station, station, stay)));
    }

    private Outing linked() {
        List<String> pair = Terms.LINKED.get(random.nextInt(Terms.LINKED.size()));
        int from = random.nextInt(2);
        return anyTime(first(make.rail(HEAVY_RAIL, pair.get(from), pair.get(1 - from), minutes(5, 15))));
    }

    /** The pause is counted from the alighting tap. */
    private Outing busToRail(Duration pause, Ride bus) {
        return anyTime(first(bus), then(make.any(HEAVY_RAIL, 0), pause));
    }

    /** The bus gives its discount once. */
    private Outing busToRailTwice() {
        Ride shortRide = RideMaker.lasting(make.any(HEAVY_RAIL, 0), minutes(6, 10));
        return anyTime(
                first(make.section(true)),
                then(shortRide, minutes(2, 5)),
                then(make.any(HEAVY_RAIL, 0), minutes(2, 5)));
    }

    private Outing thereAndBack() {
        return anyTime(
                first(toBorder()),
                then(fromLuohu(), minutes(30, 59)),
                then(make.any(METRO, 0), minutes(20, 40)),
                then(fromBorder(), Duration.ofHours(1)));
    }

    private Outing border(Duration pause) {
        return anyTime(first(toBorder()), then(fromLuohu(), pause));
    }

    /** Until the day's cap is passed. */
    private Outing manyBuses() {
        List<Step> steps = new ArrayList<>();
        long minor = 0;
        for (int i = 0; minor < Terms.BUS_CAP_MINOR * 3 / 2; i++) {
            Ride ride = make.any(List.of("KMB", "CTB", "KMB", "KMB", "LWB").get(i % 5), 9_00);
            steps.add(then(RideMaker.lasting(ride, minutes(10, 30)), minutes(5, 20)));
            minor += ride.fareMinor();
        }
        return new Outing(LocalTime.of(7, 0), LocalTime.of(13, 0), steps);
    }

    private Outing manyTrains() {
        List<Step> steps = new ArrayList<>();
        long minor = 0;
        while (minor < Terms.RAIL_CAP_MINOR * 5 / 4) {
            Ride ride = make.any(HEAVY_RAIL, 25_00);
            steps.add(then(ride, minutes(10, 40)));
            minor += ride.fareMinor();
        }
        return new Outing(LocalTime.of(7, 0), LocalTime.of(13, 0), steps);
    }

    /** The cap is reached in HKD and CNY together; what is ridden in Shenzhen after that is cut, or free. */
    private Outing manyTrainsOnBothSides() {
        return new Outing(
                LocalTime.of(7, 0),
                LocalTime.of(11, 0),
                List.of(
                        first(toBorder()),
                        then(fromLuohu(), minutes(30, 59)),
                        then(fromBorder(), minutes(65, 80)),
                        then(toBorder(), minutes(10, 20)),
                        then(make.any(METRO, 4_00), minutes(40, 59)),
                        then(make.any(METRO, 4_00), minutes(10, 30))));
    }

    /** From a route with two-way sections to one without. */
    private Outing change(LocalTime from, LocalTime until, Duration betweenBoardings) {
        Ride bus = RideMaker.lasting(make.kmb(true), Duration.ofMinutes(4));
        return new Outing(from, until, List.of(first(bus), then(make.kmb(false), betweenBoardings.minusMinutes(4))));
    }

    private Ride toBorder() {
        return railBetween(make.station(HEAVY_RAIL), LO_WU);
    }

    private Ride fromBorder() {
        return railBetween(LO_WU, make.station(HEAVY_RAIL));
    }

    private Ride railBetween(String from, String to) {
        return from.equals(to)
                ? make.rail(HEAVY_RAIL, from.equals(LO_WU) ? LO_WU : from, "MTR:64", minutes(30, 60))
                : make.rail(HEAVY_RAIL, from, to, minutes(30, 60));
    }

    private Ride fromLuohu() {
        String to = make.station(METRO);
        return to.equals(LUOHU) ? fromLuohu() : make.rail(METRO, LUOHU, to, minutes(10, 60));
    }

    private static Step then(Ride ride, Duration pause) {
        return new Step(ride, pause);
    }

    /** Both included, by the second. */
    private Duration minutes(int from, int to) {
        return Duration.ofSeconds(random.nextInt(from * 60, to * 60 + 1));
    }
}
