package io.baytap.tariffs;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tariffs.published.Figures;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.StarFerryFare;
import io.baytap.tariffs.published.StationFare;
import io.baytap.tariffs.published.StopRange;
import io.baytap.tariffs.published.TwoWaySection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every published figure, priced through the feed and the fare engine. */
class PublishedFaresTest {

    private static final Figures FIGURES = Published.figures();
    private static final Map<String, Route> ROUTES =
            FIGURES.routes().stream().collect(Collectors.toMap(Route::routeId, Function.identity()));

    private static Engine engine;

    @BeforeAll
    static void loadEveryFeed() {
        engine = Engine.get();
    }

    @ParameterizedTest
    @CsvSource({"MTR:heavy-rail, 9216", "MTR:light-rail, 4624", "MTR:airport-express, 14"})
    void everyPairOfStationsCostsWhatMtrPublished(String routeId, int pairs) {
        var wrong = new ArrayList<String>();
        int checked = 0;
        for (StationFare fare : FIGURES.stationFares()) {
            if (fare.routeId().equals(routeId)) {
                String price = engine.price(routeId, fare.fromStopId(), fare.toStopId(), Days.WEDNESDAY);
                compare(fare.toString(), fare.fare() + " HKD", price, wrong);
                checked++;
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isEqualTo(pairs);
    }

    @Test
    void everyRowOfTheRouteFaresIsThePriceBetweenAllItsStops() {
        var wrong = new ArrayList<String>();
        for (RouteFare row : FIGURES.routeFares()) {
            checkEveryRide(row, wrong);
        }

        assertThat(wrong).isEmpty();
        assertThat(FIGURES.routeFares()).hasSizeGreaterThan(5_620);
    }

    private static void checkEveryRide(RouteFare row, List<String> wrong) {
        Route route = route(row.routeId());
        String deck = route.routeId().startsWith("STAR:central") ? "UPPER" : null;
        int rides = 0;
        for (Instant day : Days.of(route.operatorId(), row.dayType())) {
            for (int on = row.on().from(); on <= row.on().to(); on++) {
                for (int off = row.off().from(); off <= row.off().to(); off++) {
                    if (off > on || route.operatorId().equals("STAR")) {
                        String price = engine.price(route.routeId(), deck, route.stopId(on), route.stopId(off), day);
                        String expected = section(route, on, off).orElse(row.fare()) + " HKD";
                        compare(on + " to " + off + " of " + row, expected, price, wrong);
                        rides++;
                    }
                }
            }
        }
        if (rides == 0) {
            wrong.add("no ride at all: " + row);
        }
    }

    @Test
    void aRideThatLeavesItsSectionCostsTheFareOfTheBoardingStop() {
        assertThat(engine.price("KMB:52X:2", "KMB:52X:2#1", "KMB:52X:2#6", Days.WEDNESDAY))
                .isEqualTo("5.10 HKD");
        assertThat(engine.price("KMB:52X:2", "KMB:52X:2#1", "KMB:52X:2#7", Days.WEDNESDAY))
                .isEqualTo("6.00 HKD");
        assertThat(engine.price("KMB:52X:2", "KMB:52X:2#1", "KMB:52X:2#19", Days.WEDNESDAY))
                .isEqualTo("6.00 HKD");
        assertThat(engine.price("KMB:52X:2", "KMB:52X:2#1", "KMB:52X:2#20", Days.WEDNESDAY))
                .isEqualTo("14.60 HKD");
    }

    /** Of several sections that hold a ride the cheapest counts. */
    private static Optional<BigDecimal> section(Route route, int on, int off) {
        return FIGURES.twoWaySections().stream()
                .filter(section -> section.generation().equals(TwoWaySection.AFTER))
                .filter(section -> section.covers(route.routeId(), on, off))
                .map(TwoWaySection::fare)
                .min(BigDecimal::compareTo);
    }

    @Test
    void whoPaysOnBoardingPaysTheHighestPublishedFareOfTheBoardingStop() {
        var wrong = new ArrayList<String>();
        int stops = 0;
        for (var rows : variantFares().entrySet()) {
            Route route = route(rows.getValue().getFirst().routeId());
            if (route.operatorId().equals("HKT")) {
                continue;
            }
            for (int on = 1; on < route.stops(); on++) {
                String expected = highest(rows.getValue(), on, RouteFare::on);
                for (Instant day :
                        Days.of(route.operatorId(), rows.getValue().getFirst().dayType())) {
                    String price = engine.price(route.routeId(), route.stopId(on), null, day);
                    compare(route.stopId(on), expected, price, wrong);
                }
                stops++;
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(stops).isGreaterThan(40_000);
    }

    @Test
    void whoLeavesATramPaysTheHighestPublishedFareOfThatStop() {
        var wrong = new ArrayList<String>();
        for (var rows : variantFares().entrySet()) {
            Route route = route(rows.getValue().getFirst().routeId());
            if (route.operatorId().equals("HKT")) {
                for (int off = 2; off <= route.stops(); off++) {
                    String price = engine.price(route.routeId(), null, route.stopId(off), Days.SUNDAY);
                    compare(route.stopId(off), highest(rows.getValue(), off, RouteFare::off), price, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void theStarFerryCostsWhatItPublishedByDeckAndDay() {
        var wrong = new ArrayList<String>();
        for (StarFerryFare fare : FIGURES.starFerryFares()) {
            Route route = route(fare.routeId());
            String deck = fare.deck().isEmpty() ? null : fare.deck();
            for (Instant day : Days.of("STAR", fare.dayType())) {
                for (int pier = 1; pier <= 2; pier++) {
                    String price = engine.price(route.routeId(), deck, route.stopId(pier), null, day);
                    compare(fare.toString(), fare.fare() + " HKD", price, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(FIGURES.starFerryFares()).hasSize(6);
    }

    @Test
    void aDeckThatTheTapDoesNotNameHasNoPrice() {
        String routeId = "STAR:central-tsim-sha-tsui";

        String price = engine.price(routeId, routeId + "#1", null, Days.WEDNESDAY);

        assertThat(price).isEqualTo("no fare");
    }

    @ParameterizedTest(name = "{0} to {1}: {2} m")
    @CsvSource({
        "罗湖, 罗湖, 0, 2.00",
        "罗湖, 国贸, 875, 2.00",
        "罗湖, 科学馆, 3849, 2.00",
        "罗湖, 华强路, 4882, 3.00",
        "罗湖, 会展中心, 7599, 3.00",
        "罗湖, 购物公园, 8269, 4.00",
        "机场, 碧海湾, 7158, 3.00",
        "机场, 宝安, 10551, 4.00",
        "机场北, 宝安, 13986, 5.00",
        "碧头, 机场, 19814, 6.00",
        "碧头, 碧海湾, 26972, 7.00"
    })
    void shenzhenCostsWhatItsDistanceRuleSays(String from, String to, int metres, String yuan) {
        String price = engine.price("SZM:metro", "SZM:" + from, "SZM:" + to, Days.WEDNESDAY);

        assertThat(price).as("%d m", metres).isEqualTo(yuan + " CNY");
    }

    @ParameterizedTest
    @CsvSource({
        "MTR:heavy-rail, 60.80 HKD",
        "MTR:light-rail, 7.70 HKD",
        "MTR:airport-express, 120.00 HKD",
        "SZM:metro, 15.00 CNY"
    })
    void aMissingTapCostsTheHighestPublishedFareOfTheNetwork(String routeId, String highest) {
        assertThat(engine.maximum(routeId)).isEqualTo(highest);
    }

    @Test
    void aStopWithoutAPublishedFareHasNone() {
        Route route = FIGURES.routes().stream()
                .filter(r -> r.sourceRef().equals("hkbus2024:263+1+TUEN MUN STATION+SHATIN STATION"))
                .findFirst()
                .orElseThrow();

        assertThat(engine.price(route.routeId(), route.stopId(8), null, Days.WEDNESDAY))
                .isEqualTo("no fare");
        assertThat(engine.price(route.routeId(), route.stopId(7), null, Days.WEDNESDAY))
                .isNotEqualTo("no fare");
    }

    private static Map<List<String>, List<RouteFare>> variantFares() {
        return FIGURES.routeFares().stream()
                .filter(row -> !row.routeId().startsWith("STAR:"))
                .collect(groupingBy(row -> List.of(row.routeId(), row.dayType())));
    }

    private static String highest(List<RouteFare> rows, int stop, Function<RouteFare, StopRange> end) {
        return rows.stream()
                .filter(row -> end.apply(row).contains(stop))
                .map(RouteFare::fare)
                .max(BigDecimal::compareTo)
                .map(fare -> fare + " HKD")
                .orElse("no fare");
    }

    private static Route route(String routeId) {
        Route route = ROUTES.get(routeId);
        if (route == null) {
            throw new IllegalArgumentException(routeId);
        }
        return route;
    }

    private static void compare(String what, String expected, String price, List<String> wrong) {
        if (!expected.equals(price)) {
            wrong.add("%s: %s instead of %s".formatted(what, price, expected));
        }
    }
}
