package io.baytap.sandbox.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures looked up by hand in what the operators and the ECB publish. */
class PublishedTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 4, 9);
    private static final Published PUBLISHED = Published.read(Path.of("../tariffs/published"), 50);

    @ParameterizedTest(name = "{0}: {1} to {2} costs {3}")
    @CsvSource({
        "MTR:heavy-rail, MTR:1, MTR:3, 1060", // Central to Tsim Sha Tsui
        "MTR:heavy-rail, MTR:1, MTR:39, 0", // Central and Hong Kong are one station to walk through
        "MTR:heavy-rail, MTR:76, MTR:39, 5220", // Lo Wu to Hong Kong
        "MTR:light-rail, MTR:LR1, MTR:LR10, 510",
        "MTR:airport-express, MTR:AEL45, MTR:AEL47, 10500", // Kowloon to Airport
        "SZM:metro, SZM:罗湖, SZM:国贸, 200", // 875 m
        "SZM:metro, SZM:罗湖, SZM:科学馆, 200", // 3,849 m
        "SZM:metro, SZM:罗湖, SZM:华强路, 300" // 4,882 m
    })
    void aStationFareIsThePublishedOne(String network, String from, String to, long fareMinor) {
        assertThat(PUBLISHED.stationFare(network, from, to)).hasValue(fareMinor);
    }

    @ParameterizedTest(name = "{0} is held at {1}")
    @CsvSource({"MTR:heavy-rail, 6080", "MTR:light-rail, 770", "MTR:airport-express, 12000", "SZM:metro, 1500"})
    void anIncompleteJourneyIsHeldAtTheHighestFareOfItsNetwork(String network, long fareMinor) {
        assertThat(PUBLISHED.highestFare(network)).isEqualTo(fareMinor);
    }

    @ParameterizedTest(name = "{0} m cost {1}")
    @CsvSource({
        "0, 200",
        "4000, 200",
        "4001, 300",
        "8000, 300",
        "12000, 400",
        "12001, 500",
        "24000, 600",
        "24001, 700",
        "32000, 700",
        "32001, 800"
    })
    void everyStepOfTheDistanceRuleThatIsBegunCounts(long metres, long fareMinor) {
        assertThat(DistanceFares.fareMinor(metres)).isEqualTo(fareMinor);
    }

    @ParameterizedTest(name = "{0} at stop {1} on {2} costs {3}")
    @CsvSource({
        "KMB:101:1, 10, 2026-04-09, 1290",
        "KMB:101:1, 11, 2026-04-09, 1220",
        "LWB:A41P:1, 17, 2026-04-09, 2340",
        "NLB:11A:1, 1, 2026-04-09, 1010", // Thursday
        "NLB:11A:1, 1, 2026-04-11, 1010", // Saturday
        "NLB:11A:1, 1, 2026-04-12, 1760", // Sunday
        "NLB:11A:1, 1, 2026-04-07, 1760", // a Tuesday, and a public holiday
        "MTR:bus:K12:1, 1, 2026-04-09, 480"
    })
    void aBusCostsTheFareOfItsBoardingStop(String routeId, int stop, LocalDate date, long fareMinor) {
        assertThat(PUBLISHED.boardingFare(route(routeId), stop, date)).hasValue(fareMinor);
    }

    @Test
    void theTramCostsTheSameEverywhere() {
        assertThat(PUBLISHED.leavingFare(route("HKT:4004:2"), 26, THURSDAY)).hasValue(330);
    }

    @ParameterizedTest(name = "{0} {1} on {2} costs {3}")
    @CsvSource({
        "STAR:central-tsim-sha-tsui, UPPER, 2026-04-09, 500",
        "STAR:central-tsim-sha-tsui, LOWER, 2026-04-09, 400",
        "STAR:central-tsim-sha-tsui, UPPER, 2026-04-11, 650",
        "STAR:central-tsim-sha-tsui, LOWER, 2026-04-07, 560",
        "STAR:wan-chai-tsim-sha-tsui, '', 2026-04-09, 500"
    })
    void theStarFerryCostsByDeckAndDay(String routeId, String deck, LocalDate date, long fareMinor) {
        assertThat(PUBLISHED.ferryFare(route(routeId), deck, date)).hasValue(fareMinor);
    }

    @ParameterizedTest(name = "{0} {1} cost {2} {3} at {4}")
    @CsvSource({
        // Rates of 8 April until 9 April 16:00 in Frankfurt: 7.9948 / 9.1685 = 0.8719856029
        "1060, HKD, CNY, 2026-04-09T13:59:59.999999Z, 929", // 924 + 5
        "6080, HKD, CNY, 2026-04-09T13:59:59.999999Z, 5329", // 5302 + 27
        "700, CNY, HKD, 2026-04-09T02:00:00Z, 807", // 803 + 4
        // A card's estimate, without a spread: 1.1706 / 9.1685 = 0.1276762829
        "1060, HKD, USD, 2026-04-09T02:00:00Z, 135",
        // Those of 9 April: 7.9863 / 9.1551 = 0.8723334535
        "6080, HKD, CNY, 2026-04-09T14:00:00Z, 5331", // 5304 + 27
        "6080, HKD, HKD, 2026-04-09T14:00:00Z, 6080"
    })
    void aWalletPaysTheMidRateInForceAndTheSpread(
            long fareMinor, String currency, String walletCurrency, Instant at, long walletMinor) {
        assertThat(PUBLISHED.rates().walletMinor(fareMinor, currency, walletCurrency, at))
                .contains(walletMinor);
    }

    @Test
    void aRateOlderThanFiveDaysIsNone() {
        Instant last = ReferenceRates.publication(LocalDate.of(2026, 4, 13));

        assertThat(PUBLISHED.rates().walletMinor(100, "HKD", "CNY", last.plusSeconds(5 * 86_400)))
                .isPresent();
        assertThat(PUBLISHED.rates().walletMinor(100, "HKD", "CNY", last.plusSeconds(5 * 86_400 + 1)))
                .isEmpty();
    }

    private static PublishedRoute route(String routeId) {
        return PUBLISHED.routes().stream()
                .filter(route -> route.routeId().equals(routeId))
                .findFirst()
                .orElseThrow();
    }
}
