package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.baytap.reporting.domain.live.LineHealth;
import io.baytap.reporting.domain.live.SilentGates;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has stopped on the line: gates that are silent, and the oldest fare that is not settled. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class LiveLineIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Nobody else has taps on this day or on the six before. */
    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 9, 14));

    private static final TravelDay WATCHED = new TravelDay(LocalDate.of(2026, 9, 28));

    /** Before the days of all tests that share the database. */
    private static final TravelDay OLDEST = new TravelDay(LocalDate.of(2000, 1, 3));

    private Line line;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LineHealth health;

    @BeforeEach
    void open() {
        line = new Line(ReportingStack.stack());
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aGateIsSilentWhenItsLastTapIsLongerThanHalfAnHourBeforeTheNewest() {
        TravelDay yesterday = new TravelDay(DAY.day().minusDays(1));
        TravelDay sixDaysAgo = new TravelDay(DAY.day().minusDays(6));
        TravelDay sevenDaysAgo = new TravelDay(DAY.day().minusDays(7));
        line.send(
                Topics.TAPS_ACCEPTED,
                List.of(
                        sevenDaysAgo.tap("gone", 1, "SIL", sevenDaysAgo.at(9, 0), false),
                        sixDaysAgo.tap("old", 1, "SIL", sixDaysAgo.at(9, 0), false),
                        yesterday.tap("yesterday", 1, "LENT", yesterday.at(9, 0), false),
                        DAY.tap("edge", 1, "SIL", DAY.at(8, 30), false),
                        DAY.tap("beyond", 1, "SIL", DAY.at(8, 30).minusSeconds(1), false),
                        DAY.tap("beyond", 2, "SIL", DAY.at(7, 0), true),
                        DAY.tap("refusing", 1, "SIL", DAY.at(8, 0), false),
                        DAY.tap("newest", 1, "SIL", DAY.at(9, 0), false)));
        line.send(Topics.TAPS_REJECTED, DAY.rejected("refusing", 2, "SIL", DAY.at(8, 45), "CODE_EXPIRED"));
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(Reported.report(DAY).getInt("taps.accepted")).isEqualTo(4);
            assertThat(Reported.report(DAY).getInt("taps.rejected")).isEqualTo(1);
            assertThat(Reported.report(yesterday).getInt("taps.accepted")).isEqualTo(1);
            assertThat(Reported.report(sixDaysAgo).getInt("taps.accepted")).isEqualTo(1);
            assertThat(Reported.report(sevenDaysAgo).getInt("taps.accepted")).isEqualTo(1);
        });

        JsonPath told = line(DAY);

        assertThat(told.getInt("silentGates")).isEqualTo(3);
        assertThat(told.<String>getList("longestSilent.gateId")).containsExactly("old", "yesterday", "beyond");
        assertThat(told.<Integer>getList("longestSilent.silentSeconds"))
                .containsExactly(6 * 86_400, 86_400, 30 * 60 + 1);
        assertThat(get("/line?day=" + DAY.day()).asString())
                .contains("data-testid=\"silent-gates\" data-count=\"3\"", "data-testid=\"silent-beyond\"")
                .doesNotContain("silent-edge", "silent-refusing", "silent-gone", "silent-newest");
        assertThat(silent("LENT")).extracting(SilentGates.Gate::gateId).containsExactly("yesterday");
    }

    @Test
    void theOldestUnsettledFareIsShownUntilItIsAnswered() {
        FareAssessed assessed = OLDEST.assessed("first:0", "tap:g:1", "tap:g:2");
        assessed.setOperatorId("HKT");
        line.send(Topics.FARES_ASSESSED, assessed);
        awaitOldest("journey:first:0", "POSTING");
        assertThat(get("/line?lang=en").asString())
                .contains(
                        "data-testid=\"oldest-unsettled\" data-seconds=\""
                                + OLDEST.at(9, 30).getEpochSecond(),
                        "waits to be posted");
        assertThat(unsettled("HKT")).contains("journey:first:0");
        assertThat(unsettled("nobody")).isEmpty();

        line.send(Topics.SETTLEMENTS_POSTED, OLDEST.homeFare("HKT", "first", FareKind.FARE, 1_050));
        awaitOldest("journey:first:0", "ANSWER");
        line.send(Topics.CHARGES_SETTLED, OLDEST.settled("first:0", "HKT", WalletScheme.WECHAT_PAY_HK, 1_050, "HKD"));

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(unsettled("HKT")).isNotEqualTo(Optional.of("journey:first:0")));
        assertThat(line(DAY).getString("oldestUnsettled.journeyId")).isNotEqualTo("journey:first:0");
    }

    @Test
    void thePageKeepsItselfFresh() {
        line.send(Topics.TAPS_ACCEPTED, WATCHED.tap("watched", 1, "SIL", WATCHED.at(8, 0), false));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Reported.report(WATCHED).getInt("taps.accepted"))
                        .isEqualTo(1));
        try (Chromium chromium = new Chromium();
                BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(1280, 900))) {
            List<String> complaints = Chromium.complaints(visitor, address);
            Page page = visitor.newPage();
            page.navigate(address + "line?lang=en&day=" + WATCHED.day());
            page.waitForSelector("[data-testid=taps-accepted][data-count='1']");

            line.send(Topics.TAPS_ACCEPTED, WATCHED.tap("watched", 2, "SIL", WATCHED.at(9, 0), false));
            line.send(Topics.TAPS_REJECTED, WATCHED.rejected("watched", 3, "SIL", WATCHED.at(9, 1), "CODE_EXPIRED"));

            page.waitForSelector("[data-testid=rejected-CODE_EXPIRED][data-count='1']");
            page.waitForSelector("[data-testid=taps-accepted][data-count='2']");
            page.waitForSelector("[data-testid=stage-wallet-settlement-unread]");
            assertThat(page.getByTestId("hour-09-accepted").getAttribute("data-count"))
                    .as("what the chart is drawn from")
                    .isEqualTo("1");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-live.png"))
                    .setFullPage(true));
            assertThat(complaints).isEmpty();
        }
    }

    private void awaitOldest(String journeyId, String waitsFor) {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath told = line(DAY);
            assertThat(told.getString("oldestUnsettled.journeyId")).isEqualTo(journeyId);
            assertThat(told.getString("oldestUnsettled.waitsFor")).isEqualTo(waitsFor);
        });
    }

    private Optional<String> unsettled(String operatorId) {
        return health.oldestUnsettled(Optional.of(operatorId))
                .await()
                .atMost(LIMIT)
                .map(fare -> fare.journeyId());
    }

    private List<SilentGates.Gate> silent(String operatorId) {
        return health.silentGates(DAY.day(), Optional.of(operatorId))
                .await()
                .atMost(LIMIT)
                .longest();
    }

    private static JsonPath line(TravelDay day) {
        return get("/v1/line?day=" + day.day()).then().statusCode(200).extract().jsonPath();
    }
}
