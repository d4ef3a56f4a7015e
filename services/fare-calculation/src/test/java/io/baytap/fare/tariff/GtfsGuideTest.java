package io.baytap.fare.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.Price;
import io.baytap.fare.domain.Ride;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TransferLeg;
import io.baytap.fare.domain.Transfers;
import io.baytap.schemas.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The structures of the Fares v2 guide on gtfs.org and of the reference, as feeds priced by hand. Figures: Maryland Transit
 * Administration (core network, 90 minutes of transfers), BART (zones), San Francisco Muni and Clean Air Express (fare media),
 * as the guide gives them; time of day and New Year as in the proposal for timeframes.
 */
class GtfsGuideTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void ofSeveralProductsForOneLegTheRiderBuysTheCheapest() throws Exception {
        assertThat(price(GuideFeeds.maryland(), "bus", "A", "B", "2026-04-09T12:00"))
                .hasToString("2.00 USD");
    }

    @ParameterizedTest(name = "boarding after {0} minutes: {1}")
    @CsvSource({
        "0 40 89, 2.00 0.00 0.00",
        "0 40 90, 2.00 0.00 0.00",
        "0 40 91, 2.00 0.00 2.00",
        "0 90 91 180, 2.00 0.00 2.00 0.00",
        "0 91 182, 2.00 2.00 2.00"
    })
    void transfersAreFreeForNinetyMinutesFromTheFirstBoarding(String minutes, String fares) throws Exception {
        assertThat(transfers(GuideFeeds.maryland(), "bus", minutes)).isEqualTo(fares);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"ASHB, GLEN, 4.75", "ASHB, OAKL, 9.45"})
    void aFareBetweenZones(String from, String to, String fare) throws Exception {
        FeedFiles bart = GuideFeeds.agency("BART", "")
                .routes("rail")
                .networks("rail")
                .table("route_networks.txt", "network_id,route_id", "rail,rail")
                .stops("ASHB", "GLEN", "OAKL")
                .products("USD", "4.75", "9.45")
                .table(
                        "fare_leg_rules.txt",
                        "leg_group_id,from_area_id,to_area_id,fare_product_id",
                        "BA,ASHB,GLEN,4.75",
                        "BA,ASHB,OAKL,9.45");

        assertThat(price(bart, "rail", from, to, "2026-04-09T12:00")).hasToString(fare + " USD");
        assertThat(price(bart, "rail", to, from, "2026-04-09T12:00")).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"cash, 3.00", "clipper, 2.50"})
    void aFareByMedia(String media, String fare) throws Exception {
        FeedFiles muni = GuideFeeds.single("MUNI", "fareMedia: " + media)
                .table("fare_media.txt", "fare_media_id,fare_media_type", "clipper,2", "cash,0")
                .table(
                        "fare_products.txt",
                        "fare_product_id,fare_media_id,amount,currency",
                        "single,cash,3,USD",
                        "single,clipper,2.5,USD");

        assertThat(price(muni, "bus", "A", "B", "2026-04-09T12:00")).hasToString(fare + " USD");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"tap_to_ride, 6.00", "cash, 7.00"})
    void aProductOfNoMediaIsForAll(String media, String fare) throws Exception {
        FeedFiles express = GuideFeeds.single("CAE", "fareMedia: " + media)
                .table("fare_media.txt", "fare_media_id,fare_media_type", "tap_to_ride,3", "cash,0")
                .table(
                        "fare_products.txt",
                        "fare_product_id,fare_media_id,amount,currency",
                        "single,tap_to_ride,6,USD",
                        "single,,7,USD");

        assertThat(price(express, "bus", "A", "B", "2026-04-09T12:00")).hasToString(fare + " USD");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'', 3.00", "riderCategory: child, 1.50", "riderCategory: adult, 3.00"})
    void aFareByRiderCategory(String policy, String fare) throws Exception {
        FeedFiles feed = GuideFeeds.single("X", policy)
                .table(
                        "rider_categories.txt",
                        "rider_category_id,rider_category_name,is_default_fare_category",
                        "adult,Adult,1",
                        "child,Child,0")
                .table(
                        "fare_products.txt",
                        "fare_product_id,rider_category_id,amount,currency",
                        "single,adult,3.00,USD",
                        "single,child,1.50,USD");

        assertThat(price(feed, "bus", "A", "B", "2026-04-09T12:00")).hasToString(fare + " USD");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-04-09T05:59, 3.00",
        "2026-04-09T06:00, 2.00",
        "2026-04-09T06:59, 2.00",
        "2026-04-09T07:00, 3.00",
        "2026-01-01T06:30, 0.00"
    })
    void aFareByTimeOfDayAndDay(String at, String fare) throws Exception {
        FeedFiles feed = GuideFeeds.single("X", "")
                .table(
                        "calendar.txt",
                        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
                        "regular,1,1,1,1,1,1,1,20260101,20261231")
                .table(
                        "calendar_dates.txt",
                        "service_id,date,exception_type",
                        "regular,20260101,2",
                        "new-year,20260101,1")
                .table(
                        "timeframes.txt",
                        "timeframe_group_id,start_time,end_time,service_id",
                        "early,06:00:00,07:00:00,regular",
                        "new-year,,,new-year")
                .products("USD", "3.00", "2.00", "0.00")
                .table(
                        "fare_leg_rules.txt",
                        "from_timeframe_group_id,fare_product_id,rule_priority",
                        ",3.00,",
                        "early,2.00,1",
                        "new-year,0.00,2");

        assertThat(price(feed, "bus", "A", "B", at)).hasToString(fare + " USD");
    }

    @ParameterizedTest(name = "leaves at {0}: {1}")
    @CsvSource({"2026-04-09T08:59, 3.00", "2026-04-09T09:00, 2.00"})
    void aFareByTimeOfLeaving(String leaves, String fare) throws Exception {
        FeedFiles feed = GuideFeeds.single("X", "")
                .table(
                        "calendar.txt",
                        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
                        "all,1,1,1,1,1,1,1,20260101,20261231")
                .table(
                        "timeframes.txt",
                        "timeframe_group_id,start_time,end_time,service_id",
                        "late,09:00:00,24:00:00,all")
                .products("USD", "3.00", "2.00")
                .table(
                        "fare_leg_rules.txt",
                        "to_timeframe_group_id,fare_product_id,rule_priority",
                        ",3.00,0",
                        "late,2.00,1");
        Tariff tariff = feed.loadFrom(directory);

        Ride ride = new Ride("bus", null, "A", "B", at("2026-04-09T08:00"), at(leaves), false);

        assertThat(tariff.price(ride).map(Price::fare).orElseThrow()).hasToString(fare + " USD");
    }

    @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
    @CsvSource({
        "bus, C, B, 1.00 USD",
        "ferry, C, B, 4.00 USD",
        "tram, A, B, 3.00 USD",
        "tram, C, B, 2.00 USD",
        "tram, A, C, 3.00 USD",
        "bus, A, B, null"
    })
    void withoutPrioritiesAnEmptyFieldMeansWhatNoRuleNames(String route, String from, String to, String fare)
            throws Exception {
        FeedFiles feed = GuideFeeds.agency("X", "")
                .routes("bus", "ferry", "tram")
                .networks("bus", "ferry", "tram")
                .table("route_networks.txt", "network_id,route_id", "bus,bus", "ferry,ferry", "tram,tram")
                .stops("A", "B", "C")
                .products("USD", "1.00", "2.00", "3.00", "4.00")
                .table(
                        "fare_leg_rules.txt",
                        "network_id,from_area_id,to_area_id,fare_product_id",
                        "bus,,,1.00",
                        "ferry,,,4.00",
                        ",,,2.00",
                        ",A,,3.00");

        // The bus has rules of its own: those of no network are not for it. And its own are not for A, which a rule
        // names.
        assertThat(String.valueOf(price(feed, route, from, to, "2026-04-09T12:00")))
                .isEqualTo(fare);
    }

    @Test
    void withPrioritiesAnEmptyFieldMeansAnything() throws Exception {
        FeedFiles feed = GuideFeeds.single("X", "")
                .products("USD", "1.00", "2.00")
                .table("fare_leg_rules.txt", "from_area_id,fare_product_id,rule_priority", "A,2.00,0", ",1.00,");

        assertThat(price(feed, "bus", "A", "B", "2026-04-09T12:00")).hasToString("1.00 USD");
    }

    @Test
    void aPlatformIsInTheAreaOfItsStation() throws Exception {
        FeedFiles feed = GuideFeeds.single("X", "")
                .table(
                        "stops.txt",
                        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station",
                        "S,station,1,1,1,",
                        "P,platform,1,1,0,S",
                        "B,b,1,1,0,")
                .table("areas.txt", "area_id", "S", "B")
                .table("stop_areas.txt", "area_id,stop_id", "S,S", "B,B")
                .products("USD", "1.00")
                .table("fare_leg_rules.txt", "from_area_id,to_area_id,fare_product_id", "S,B,1.00");

        assertThat(price(feed, "bus", "P", "B", "2026-04-09T12:00")).hasToString("1.00 USD");
    }

    @Test
    void aRouteMayNameItsNetworkItself() throws Exception {
        FeedFiles feed = GuideFeeds.single("X", "")
                .without("networks.txt")
                .without("route_networks.txt")
                .table("routes.txt", "route_id,agency_id,route_short_name,route_type,network_id", "bus,X,r,3,core")
                .products("USD", "1.00")
                .table("fare_leg_rules.txt", "network_id,fare_product_id", "core,1.00");

        assertThat(price(feed, "bus", "A", "B", "2026-04-09T12:00")).hasToString("1.00 USD");
    }

    private @Nullable Money price(FeedFiles feed, String route, String from, String to, String at)
            throws IOException, TariffRefusedException {
        return feed.loadFrom(directory)
                .price(new Ride(route, null, from, to, at(at)))
                .map(Price::fare)
                .orElse(null);
    }

    private String transfers(FeedFiles feed, String route, String minutes) throws IOException, TariffRefusedException {
        Tariff tariff = feed.loadFrom(directory);
        List<TransferLeg> legs = new ArrayList<>();
        for (String minute : minutes.split(" ", -1)) {
            Instant boarded = at("2026-04-09T08:00").plusSeconds(60L * Integer.parseInt(minute));
            Price price =
                    tariff.price(new Ride(route, null, "A", null, boarded)).orElseThrow();
            legs.add(new TransferLeg(Objects.requireNonNull(price.legGroupId()), boarded, boarded, price.fare()));
        }
        List<Transfers.Fared> fared = tariff.transfers().apply(legs);
        return String.join(
                " ",
                fared.stream().map(leg -> leg.fare().toMajor().toPlainString()).toList());
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local)
                .atZone(java.time.ZoneId.of("America/New_York"))
                .toInstant();
    }
}
