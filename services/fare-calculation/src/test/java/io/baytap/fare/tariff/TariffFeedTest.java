package io.baytap.fare.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.baytap.fare.domain.Price;
import io.baytap.fare.domain.Ride;
import io.baytap.fare.domain.Tariff;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffFeedTest {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "MTR:heavy-rail, MTR:1, MTR:2, 4.90 HKD",
        "MTR:heavy-rail, MTR:2, MTR:3, 10.60 HKD",
        "MTR:heavy-rail, MTR:3, MTR:3, 0.00 HKD",
        "MTR:airport-express, MTR:AEL44, MTR:AEL47, 120.00 HKD",
        "MTR:airport-express, MTR:AEL44, MTR:AEL44, ",
        "MTR:heavy-rail, MTR:1, MTR:AEL44, ",
        "MTR:heavy-rail, MTR:1, MTR:99, ",
        "MTR:no-route, MTR:1, MTR:2, ",
    })
    void aPairOfStationsCostsWhatIsPublished(String route, String from, String to, @Nullable String fare)
            throws Exception {
        Tariff tariff = FeedFiles.mtr().loadFrom(directory);

        assertThat(fare(
                        tariff,
                        new Ride(
                                route,
                                null,
                                from,
                                to,
                                LocalDateTime.of(2026, 4, 9, 8, 0)
                                        .atZone(HONG_KONG)
                                        .toInstant())))
                .isEqualTo(fare);
    }

    @Test
    void aBusIsCalledByItsNumberAndOthersByTheirName() throws Exception {
        Tariff tariff = FeedFiles.mtr()
                .table(
                        "routes.txt",
                        "route_id,agency_id,route_short_name,route_long_name,route_type",
                        "MTR:heavy-rail,MTR,heavy-rail,MTR heavy rail,1",
                        "MTR:airport-express,MTR,A1,Central - Airport,3")
                .table(
                        "stops.txt",
                        "stop_id,stop_name,stop_lat,stop_lon",
                        "MTR:1,Central,22.3,114.2",
                        "MTR:2, Admiralty ,22.3,114.2",
                        "MTR:3,,22.3,114.2",
                        "MTR:AEL44,Hong Kong,22.3,114.2",
                        "MTR:AEL47,Airport,22.3,114.2")
                .loadFrom(directory);

        assertThat(tariff.routeNames())
                .containsExactly(
                        entry("MTR:heavy-rail", "MTR heavy rail"),
                        entry("MTR:airport-express", "A1 Central - Airport"));
        assertThat(tariff.stopNames("MTR:heavy-rail"))
                .containsExactly(entry("MTR:1", "Central"), entry("MTR:2", "Admiralty"), entry("MTR:3", "MTR:3"));
        assertThat(tariff.stopNames("MTR:airport-express")).containsOnlyKeys("MTR:AEL44", "MTR:AEL47");
    }

    @Test
    void aRouteWithDecksNamesThem() throws Exception {
        Tariff tariff = FeedFiles.star().loadFrom(directory);

        assertThat(tariff.decks("STAR:central-tsim-sha-tsui")).containsExactly("LOWER", "UPPER");
        assertThat(tariff.stopNames("STAR:central-tsim-sha-tsui")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER, 2026-04-08T12:00, 5.00 HKD",
        "LOWER, 2026-04-08T12:00, 4.00 HKD",
        "UPPER, 2026-04-11T12:00, 6.50 HKD",
        "LOWER, 2026-04-12T23:59:59, 5.60 HKD",
        "LOWER, 2026-04-13T00:00, 4.00 HKD",
        "UPPER, 2026-04-06T12:00, 6.50 HKD", // a Monday, and a public holiday
        "LOWER, 2026-04-07T00:00, 5.60 HKD",
        "LOWER, 2028-01-03T12:00, ", // after the calendar
        ", 2026-04-08T12:00, ", // a fare needs a deck
        "MIDDLE, 2026-04-08T12:00, ",
    })
    void aFerryCostsWhatItsDeckAndDayTypeSay(@Nullable String deck, LocalDateTime local, @Nullable String fare)
            throws Exception {
        Tariff tariff = FeedFiles.star().loadFrom(directory);

        String route = "STAR:central-tsim-sha-tsui";
        assertThat(fare(
                        tariff,
                        new Ride(
                                route,
                                deck,
                                route + "#1",
                                null,
                                local.atZone(HONG_KONG).toInstant())))
                .isEqualTo(fare);
    }

    @ParameterizedTest
    @CsvSource({
        "KMB:1A:1#1, , 12.40 HKD", // to the terminus
        "KMB:1A:1#2, , 12.40 HKD",
        "KMB:1A:1#3, , 6.20 HKD",
        "KMB:1A:1#4, , ", // nobody boards there
        "KMB:1A:1#1, KMB:1A:1#3, 8.00 HKD",
    })
    void aBusCostsTheFareOfTheBoardingStop(String from, @Nullable String to, @Nullable String fare) throws Exception {
        Tariff tariff = FeedFiles.bus().loadFrom(directory);

        assertThat(fare(
                        tariff,
                        new Ride(
                                "KMB:1A:1",
                                null,
                                from,
                                to,
                                LocalDateTime.of(2026, 4, 9, 8, 0)
                                        .atZone(HONG_KONG)
                                        .toInstant())))
                .isEqualTo(fare);
    }

    @Test
    void aTramCostsItsFlatFareOnLeaving() throws Exception {
        Tariff tariff = FeedFiles.tram().loadFrom(directory);

        assertThat(fare(
                        tariff,
                        new Ride(
                                "HKT:1:1",
                                null,
                                null,
                                "HKT:1:1#2",
                                LocalDateTime.of(2026, 4, 9, 8, 0)
                                        .atZone(HONG_KONG)
                                        .toInstant())))
                .isEqualTo("3.30 HKD");
    }

    @Test
    void theMaximumFareIsThePolicysOrTheHighestOfTheNetwork() throws Exception {
        Tariff tariff = FeedFiles.mtr().loadFrom(directory);

        assertThat(tariff.maximum("MTR:heavy-rail", null).map(Price::fare)).hasToString("Optional[60.80 HKD]");
        assertThat(tariff.maximum("MTR:airport-express", null).map(Price::fare)).hasToString("Optional[120.00 HKD]");
    }

    @Test
    void aPriceNamesTheRowThatDecided() throws Exception {
        Tariff tariff = FeedFiles.mtr().loadFrom(directory);

        Price price = tariff.price(new Ride(
                        "MTR:heavy-rail",
                        null,
                        "MTR:1",
                        "MTR:2",
                        LocalDateTime.of(2026, 4, 9, 8, 0).atZone(HONG_KONG).toInstant()))
                .orElseThrow();

        assertThat(price.rule()).isEqualTo("fare_leg_rules.txt:3");
        assertThat(price.fareProductId()).isEqualTo("4.90");
        assertThat(tariff.version()).matches("MTR@test\\+policy-[0-9a-f]{8}");
    }

    private static @Nullable String fare(Tariff tariff, Ride ride) {
        return tariff.price(ride).map(price -> price.fare().toString()).orElse(null);
    }
}
