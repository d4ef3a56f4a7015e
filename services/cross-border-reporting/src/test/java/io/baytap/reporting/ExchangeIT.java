package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.baytap.reporting.access.VisitorToken;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.Told;
import io.baytap.reporting.neighbours.WalletSettlement;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services tell on the screens of the line and of money, well, away and talking nonsense. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@QuarkusTestResource(Neighbours.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExchangeIT {

    private static final String MONEY = "/money?day=2026-04-09";

    private static final String AWAY = "Not available now: the service that knows it does not answer";

    private Chromium chromium;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Neighbour<WalletSettlement> wallets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    VisitorToken visitor;

    @BeforeAll
    void open() {
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @BeforeEach
    void recover() {
        Neighbours.recover();
    }

    @ParameterizedTest
    @CsvSource({"en, stale, exceeded", "zh-Hant, 已過時, 已超出", "zh-Hans, 已过时, 已超出"})
    void theBoardExposuresAndDealsStandOnTheScreenOfMoney(String language, String stale, String exceeded) {
        try (BrowserContext someone = chromium.visitor(new NewContextOptions().setViewportSize(1280, 900))) {
            Page page = someone.newPage();
            page.navigate(address + MONEY.substring(1) + "&lang=" + language);

            assertThat(exact(page, "rate-HKD/CNY-buy", "data-millionths")).isEqualTo(867_647);
            assertThat(exact(page, "rate-HKD/CNY-mid", "data-millionths")).isEqualTo(871_986);
            assertThat(exact(page, "rate-HKD/CNY-sell", "data-millionths")).isEqualTo(876_346);
            assertThat(page.getByTestId("rate-HKD/CNY-sell").textContent()).isEqualTo("0.876346");
            assertThat(exact(page, "rate-HKD/CNY-age", "data-seconds")).isEqualTo(26 * 3600);
            assertThat(row(page, "HKD/CNY")).contains("ECB", "2026-04-08 22:00").doesNotContain(stale);
            assertThat(row(page, "USD/HKD")).contains("OPERATOR", "2026-04-06 22:00", stale);
            assertThat(page.getByTestId("unrated").textContent()).contains("USD/CNY");
            assertThat(exact(page, "exposure-2026-04-10-HKD", "data-minor")).isEqualTo(-125_000);
            assertThat(page.getByTestId("exposures").textContent()).contains("1,000.00", exceeded);
            assertThat(exact(page, "deal-HKD/CNY-2026-04-10-base", "data-minor"))
                    .isEqualTo(125_000);
            assertThat(exact(page, "deal-HKD/CNY-2026-04-10-quote", "data-minor"))
                    .isEqualTo(-108_998);
            assertThat(exact(page, "deal-HKD/CNY-2026-04-10-realised", "data-minor"))
                    .isEqualTo(-12);
            assertThat(page.getByTestId("deals").textContent()).doesNotContain("2026-04-09");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-exchange-" + language + ".png"))
                    .setFullPage(true));
        }
        assertThat(Neighbours.fx().heard())
                .anySatisfy(heard -> assertThat(heard.request()).contains("/v1/board?at=2026-04-09T16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "zh-Hans"})
    void aPhoneShowsThemWithoutScrollingSideways(String language) {
        for (String screen : new String[] {"money", "line"}) {
            try (BrowserContext someone = chromium.visitor(new NewContextOptions().setViewportSize(360, 740))) {
                Page page = someone.newPage();
                page.navigate(address + screen + "?day=2026-04-09&lang=" + language);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/console-neighbours-" + screen + "-" + language + ".png"))
                        .setFullPage(true));

                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(screen)
                        .isEqualTo(360);
            }
        }
    }

    @Test
    void whileFxConversionIsAwayTheRestOfTheScreenStands() {
        Neighbours.fx().says("/v1/board", 500, "{}");
        Neighbours.fx().hangs("/v1/exposures");
        Neighbours.fx().says("/v1/deals", 401, "{}");

        given().header("Accept-Language", "en")
                .get(MONEY)
                .then()
                .statusCode(200)
                .body(
                        containsString("data-testid=\"board-unavailable\">" + AWAY),
                        containsString("data-testid=\"exposures-unavailable\">" + AWAY),
                        containsString("data-testid=\"deals-unavailable\">Not shown: the service that knows it admits"),
                        containsString("data-testid=\"taps-accepted\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"at\": \"2026-04-09T16:00:00Z\", \"rows\": [{\"base\": \"HKD\", \"quote\": \"CNY\", \"mid\": \"0.87\"}]}",
                "{\"at\": \"2026-04-09T16:00:00Z\", \"rows\": [{\"base\": \"HKD\", \"quote\": \"CNY\", \"buy\": \"1\", \"mid\": \"0.8719861\", \"sell\": \"1\"}]}",
                "{\"rows\": []}",
                "[]",
                ""
            })
    void aBoardThatCannotBeUsedIsNotShown(String board) {
        Neighbours.fx().says("/v1/board", 200, board);

        given().header("Accept-Language", "en")
                .get(MONEY)
                .then()
                .statusCode(200)
                .body(containsString("data-testid=\"board-unavailable\""), not(containsString("rate-HKD/CNY")));
    }

    @Test
    void gatesThatOweTapsStandOnTheLineTheWorstFirst() {
        String page = given().header("Accept-Language", "en")
                .get("/line?day=2026-04-09")
                .asString();

        assertThat(page)
                .contains("data-testid=\"owing-gate-17\" data-count=\"4\"", "4011-4013, 4017")
                .contains("data-testid=\"owing-gate-2\" data-count=\"89\"");
        assertThat(page.indexOf("owing-gate-2\"")).isLessThan(page.indexOf("owing-gate-17"));
        assertThat(Neighbours.taps().heard())
                .singleElement()
                .satisfies(heard -> assertThat(heard.authorization()).isEqualTo("Bearer " + Neighbours.TAP_TOKEN));
    }

    @Test
    void whileTapIngestIsAwayTheLineStands() {
        Neighbours.taps().says("/v1/gates/owing", 503, "{}");

        given().header("Accept-Language", "en")
                .get("/line?day=2026-04-09")
                .then()
                .statusCode(200)
                .body(
                        containsString("data-testid=\"owing-unavailable\">" + AWAY),
                        containsString("data-testid=\"taps-accepted\""));
    }

    @Test
    void theFilesOfADayAreHandedOverAsTheyCome() {
        String xml = "<?xml version=\"1.0\"?><Document/>";
        Neighbours.wallets().says("/v1/days/2026-04-09/pain.001.xml", 200, "application/xml", xml);
        Neighbours.wallets().says("/v1/days/2026-04-09/batches.csv", 200, "text/csv", "day,operator\r\n");

        given().get("/money/days/2026-04-09/pain.001.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .header("Content-Disposition", "attachment; filename=\"pain.001-2026-04-09.xml\"")
                .body(equalTo(xml));
        given().get("/money/days/2026-04-09/batches.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(equalTo("day,operator\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | 404 | 該日尚未有結算批次截數。",
                "204 | 404 | 該日並無須付予營辦商的款項。",
                "409 | 409 | wallet-settlement 回覆 ACCOUNTS_NOT_CONFIGURED。",
                "401 | 403 | 你的身分未獲提供此資料的服務授權。",
                "503 | 503 | 提供此資料的服務沒有回應",
            })
    void whyThereIsNoFileIsSaid(int said, int status, String why) {
        Neighbours.wallets()
                .says(
                        "/v1/days/2026-04-09/pain.001.xml",
                        said,
                        said == 204 ? "" : "{\"code\": \"ACCOUNTS_NOT_CONFIGURED\", \"settings\": [\"a\"]}");

        given().get("/money/days/2026-04-09/pain.001.xml?lang=zh-Hant")
                .then()
                .statusCode(status)
                .contentType("text/html")
                .header("Content-Language", "zh-Hant")
                .body(containsString(why));
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        given().get("/money/days/today/batches.csv")
                .then()
                .statusCode(400)
                .body("field", equalTo("day"), "reason", equalTo("NOT_A_DAY"));
    }

    @Test
    void theVisitorsTokenGoesWithTheQuestion() {
        Neighbours.wallets().says("/v1/days/2026-04-09/batches.csv", 200, "text/csv", "day\r\n");
        var request = Arc.container().requestContext();
        request.activate();
        try {
            visitor.carry("abc");

            Told<byte[]> told = wallets.ask((calls, bearer) -> calls.batches("2026-04-09", bearer))
                    .await()
                    .atMost(Duration.ofSeconds(10));

            assertThat(told)
                    .isInstanceOfSatisfying(
                            Told.Known.class,
                            known -> assertThat(known.value()).isEqualTo("day\r\n".getBytes(StandardCharsets.UTF_8)));
        } finally {
            request.terminate();
        }
        assertThat(Neighbours.wallets().heard())
                .singleElement()
                .satisfies(heard -> assertThat(heard.authorization()).isEqualTo("Bearer abc"));
    }

    private static long exact(Page page, String testId, String attribute) {
        return Long.parseLong(page.getByTestId(testId).getAttribute(attribute));
    }

    private static String row(Page page, String pair) {
        return page.locator("#board tbody tr", new Page.LocatorOptions().setHasText(pair))
                .textContent();
    }
}
