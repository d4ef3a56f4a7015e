package io.baytap.tariffs.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.tariffs.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onebusaway.gtfs.impl.GtfsRelationalDaoImpl;
import org.onebusaway.gtfs.model.Agency;
import org.onebusaway.gtfs.model.FareLegRule;
import org.onebusaway.gtfs.model.FareProduct;
import org.onebusaway.gtfs.model.FareTransferRule;
import org.onebusaway.gtfs.model.FeedInfo;
import org.onebusaway.gtfs.model.Network;
import org.onebusaway.gtfs.model.Route;
import org.onebusaway.gtfs.model.ServiceCalendar;
import org.onebusaway.gtfs.model.ServiceCalendarDate;
import org.onebusaway.gtfs.model.Stop;
import org.onebusaway.gtfs.serialization.GtfsReader;

class FeedsTest {

    private static final Feeds FEEDS = new Feeds(Published.figures());

    @TempDir
    private static Path directory = Path.of(".");

    private static List<String> operators = List.of();

    @BeforeAll
    static void writeEveryFeed() throws IOException {
        operators = FEEDS.write(Published.POLICIES, Published.SCHEMES, directory);
    }

    @Test
    void everyOperatorHasAFeedAndAPolicy() {
        assertThat(operators)
                .containsExactly("MTR", "KMB", "LWB", "NLB", "HKT", "CTB", "STAR", "FERRY", "XBUS", "PEAKTRAM", "SZM")
                .allSatisfy(operator -> {
                    assertThat(directory.resolve(operator + ".zip")).isNotEmptyFile();
                    assertThat(directory.resolve(operator + ".yaml"))
                            .hasSameTextualContentAs(Published.POLICIES.resolve(operator + ".yaml"));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "MTR, 65, 13916, Asia/Hong_Kong, HKD",
        "KMB, 1285, 3024, Asia/Hong_Kong, HKD",
        "LWB, 137, 283, Asia/Hong_Kong, HKD",
        "NLB, 64, 296, Asia/Hong_Kong, HKD",
        "HKT, 12, 12, Asia/Hong_Kong, HKD",
        "CTB, 665, 1994, Asia/Hong_Kong, HKD",
        "STAR, 2, 6, Asia/Hong_Kong, HKD",
        "FERRY, 76, 91, Asia/Hong_Kong, HKD",
        "XBUS, 27, 27, Asia/Hong_Kong, HKD",
        "PEAKTRAM, 2, 2, Asia/Hong_Kong, HKD"
    })
    void aGtfsLibraryReadsTheFeedBack(String operator, int routes, int rules, String zone, String currency)
            throws IOException {
        var feed = read(operator);

        assertThat(feed.getAllEntitiesForType(Agency.class)).singleElement().satisfies(agency -> {
            assertThat(agency.getId()).isEqualTo(operator);
            assertThat(agency.getTimezone()).isEqualTo(zone);
        });
        assertThat(feed.getAllEntitiesForType(FeedInfo.class))
                .singleElement()
                .satisfies(info -> assertThat(info.getVersion()).matches(operator + "@[0-9a-f]{12}"));
        assertThat(ids(feed.getAllEntitiesForType(Route.class)))
                .hasSize(routes)
                .allMatch(id -> id.startsWith(operator + ":"));
        assertThat(feed.getAllEntitiesForType(FareLegRule.class)).hasSize(rules);
        assertThat(feed.getAllEntitiesForType(FareProduct.class))
                .allMatch(product -> product.getCurrency().equals(currency));
    }

    @Test
    void schemesStandBesideTheFeeds() {
        assertThat(directory.resolve("greater-bay-example.scheme.yaml"))
                .hasSameTextualContentAs(Published.SCHEMES.resolve("greater-bay-example.scheme.yaml"));
        assertThat(directory.resolve("public-transport-fare-subsidy.scheme.yaml"))
                .isNotEmptyFile();
    }

    @Test
    void aChangeAtNoonIsTwoMoreVersionsOfOneOperator(@TempDir Path change) throws IOException {
        List<String> names = FEEDS.writeChange(Published.POLICIES, LocalDate.of(2026, 4, 9), change);

        assertThat(names).containsExactly("KMB.2026-04-09-morning", "KMB.2026-04-09-noon");
        assertThat(change.resolve("KMB.2026-04-09-morning.yaml"))
                .content()
                .startsWith(Files.readString(Published.POLICIES.resolve("KMB.yaml")))
                .endsWith("\neffectiveFrom: 2026-04-09T00:00\n");
        assertThat(change.resolve("KMB.2026-04-09-noon.yaml"))
                .content()
                .endsWith("\neffectiveFrom: 2026-04-09T12:00\n");
        assertThat(sectionFares(change.resolve("KMB.2026-04-09-morning.zip")))
                .contains(4.80)
                .doesNotContain(6.00);
        assertThat(sectionFares(change.resolve("KMB.2026-04-09-noon.zip")))
                .contains(6.00)
                .doesNotContain(4.80);
    }

    @Test
    void theExampleTransferIsAProductBelowZeroBetweenTwoGroupsOfLegs(@TempDir Path change) throws IOException {
        FEEDS.writeChange(Published.POLICIES, LocalDate.of(2026, 4, 9), change);

        var feed = read(change.resolve("KMB.2026-04-09-noon.zip"));

        assertThat(feed.getAllEntitiesForType(FareTransferRule.class))
                .extracting(rule -> rule.getFromLegGroupId() + " to " + rule.getToLegGroupId())
                .containsExactly("KMB_KMB:two-way to KMB_KMB:other");
        assertThat(feed.getAllEntitiesForType(FareLegRule.class).stream()
                        .map(rule -> rule.getLegGroupId().getId())
                        .distinct())
                .containsExactlyInAnyOrder("KMB:two-way", "KMB:other");
    }

    private static List<Double> sectionFares(Path zip) throws IOException {
        return read(zip).getAllEntitiesForType(FareLegRule.class).stream()
                .filter(rule -> rule.getRulePriorityOption().orElse(0) == 1)
                .map(rule -> Double.valueOf(rule.getFareProductId().getId().split(":", -1)[1]))
                .toList();
    }

    @Test
    void shenzhenHasAFareForEveryPairOfItsStations() throws IOException {
        var feed = read("SZM");

        assertThat(feed.getAllEntitiesForType(Stop.class)).hasSize(351);
        assertThat(feed.getAllEntitiesForType(FareLegRule.class)).hasSize(351 * 351);
        assertThat(feed.getAllEntitiesForType(FareProduct.class))
                .extracting(FareProduct::getCurrency)
                .containsOnly("CNY");
    }

    @Test
    void everyDeckThatTapsNameIsANetwork() throws IOException {
        var networks = read("STAR").getAllEntitiesForType(Network.class);

        assertThat(networks)
                .extracting(network -> network.getId().getId())
                .containsExactlyInAnyOrder(
                        "STAR:central-tsim-sha-tsui/UPPER",
                        "STAR:central-tsim-sha-tsui/LOWER",
                        "STAR:wan-chai-tsim-sha-tsui");
    }

    @Test
    void publicHolidaysMoveFromWeekdaysToSundays() throws IOException {
        var feed = read("NLB");

        assertThat(feed.getAllEntitiesForType(ServiceCalendar.class)).hasSize(2);
        assertThat(feed.getAllEntitiesForType(ServiceCalendarDate.class))
                .filteredOn(date -> date.getDate().getAsString().equals("20260407"))
                .extracting(date -> date.getServiceId().getId() + " " + date.getExceptionType())
                .containsExactlyInAnyOrder("WEEKDAY 2", "SUN_PH 1");
    }

    @Test
    void theSameTablesMakeTheSameBytes(@TempDir Path again) throws IOException {
        FEEDS.write(Published.POLICIES, Published.SCHEMES, again);

        for (String operator : operators) {
            assertThat(again.resolve(operator + ".zip")).hasSameBinaryContentAs(directory.resolve(operator + ".zip"));
        }
    }

    @Test
    void anotherFareIsAnotherVersion() {
        var feed = FEEDS.feed(Operator.PEAKTRAM);
        String before = feed.version();

        feed.add(GtfsFile.FARE_PRODUCTS, "PEAKTRAM:90.00", "Adult single 90.00 HKD", "90.00", "HKD");

        assertThat(feed.version()).isNotEqualTo(before);
    }

    @Test
    void anOperatorWithoutAPolicyStopsTheBuild(@TempDir Path empty) throws IOException {
        Path policies = Files.createDirectory(empty.resolve("policies"));

        assertThatThrownBy(() -> FEEDS.write(policies, Published.SCHEMES, empty.resolve("feeds")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("MTR.yaml");
    }

    private static GtfsRelationalDaoImpl read(String operator) throws IOException {
        return read(directory.resolve(operator + ".zip"));
    }

    private static GtfsRelationalDaoImpl read(Path zip) throws IOException {
        var dao = new GtfsRelationalDaoImpl();
        var reader = new GtfsReader();
        reader.setInputLocation(zip.toFile());
        reader.setEntityStore(dao);
        reader.run();
        reader.close();
        return dao;
    }

    private static List<String> ids(Collection<Route> routes) {
        return routes.stream().map(route -> route.getId().getId()).toList();
    }
}
