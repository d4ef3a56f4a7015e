package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice on fares, with the other services well, away, slow and talking nonsense. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@QuarkusTestResource(Neighbours.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdviceIT {

    private Chromium chromium;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

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

    @ParameterizedTest(name = "in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Show | in force since 2026-04-08 22:00 | the rate in force at the tap | Quiet-time discount",
                "zh-Hant | 顯示 | 自 2026-04-08 22:00 起生效 | 按拍卡時生效的兌換率 | 非繁忙時間優惠",
                "zh-Hans | 查看 | 自 2026-04-08 22:00 起生效 | 按刷卡时生效的汇率 | 平峰优惠"
            })
    void aRideIsChosenStepByStepWithoutAScriptAndItsFareExplained(
            String language, String show, String since, String promise, String discount) {
        try (BrowserContext visitor = chromium.visitor(
                new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900))) {
            Page page = visitor.newPage();
            page.navigate(address + "advice?lang=" + language);
            page.getByTestId("operator").selectOption("MTR");
            page.getByTestId("at").fill("2026-04-09T08:30");
            page.getByTestId("wallet").selectOption("WEIXIN_PAY");
            page.getByText(show, new Page.GetByTextOptions().setExact(true)).click();
            page.getByTestId("route").fill("mtr heavy rail");
            page.getByText(show, new Page.GetByTextOptions().setExact(true)).click();
            page.getByTestId("from").fill("Central");
            page.getByTestId("to").fill("MTR:3");
            page.getByText(show, new Page.GetByTextOptions().setExact(true)).click();

            assertThat(minor(page, "fare")).isEqualTo(1060);
            assertThat(minor(page, "fare-leg")).isEqualTo(1260);
            assertThat(minor(page, "fare-OFF_PEAK")).isEqualTo(-200);
            assertThat(minor(page, "debit")).isEqualTo(929);
            assertThat(minor(page, "debit-mid") + minor(page, "debit-spread")).isEqualTo(929);
            assertThat(page.getByTestId("note-0").textContent()).contains("1 HKD = 0.8719856029 CNY", "ECB", since);
            assertThat(page.getByTestId("note-1").textContent()).contains(promise);
            assertThat(page.getByTestId("explanation").textContent()).contains("fare_leg_rules.txt:3", discount);
            assertThat(page.getByTestId("tariff").textContent()).contains("MTR@2026-04+policy-1a2b3c4d");
            assertThat(page.getByTestId("to").inputValue()).isEqualTo("Tsim Sha Tsui");
            assertThat(page.getByTestId("operator").inputValue()).isEqualTo("MTR");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-advice-answer-" + language + ".png"))
                    .setFullPage(true));
        }
        assertThat(Neighbours.fares().heard())
                .last()
                .satisfies(heard -> assertThat(heard.body())
                        .isEqualTo(
                                "{\"rides\":[{\"operator\":\"MTR\",\"route\":\"MTR:heavy-rail\",\"deck\":null,\"from\":\"MTR:1\","
                                        + "\"to\":\"MTR:3\",\"departs\":\"2026-04-09T00:30:00Z\"}]}"));
        assertThat(Neighbours.fx().heard())
                .singleElement()
                .satisfies(heard -> assertThat(heard.request())
                        .contains("amountMinor=1060", "currency=HKD", "wallet=WEIXIN_PAY", "at=2026-04-09T00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "zh-Hans"})
    void aPhoneShowsTheAnswerWithoutScrollingSideways(String language) {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(360, 740))) {
            List<String> complaints = Chromium.complaints(visitor, address);
            Page page = visitor.newPage();
            page.navigate(address + "advice?operator=MTR&route=MTR:heavy-rail&from=MTR:1&to=MTR:3&wallet=WEIXIN_PAY"
                    + "&at=2026-04-09T08:30&lang=" + language);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-advice-phone-" + language + ".png"))
                    .setFullPage(true));

            assertThat(minor(page, "debit")).isEqualTo(929);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "operator=OCTOPUS | operator | Not known here. Choose one from the list.",
                "operator=MTR&route=K12 | route | Several are called so. Choose one from the list.",
                "operator=MTR&route=Tram | route | Not known here. Choose one from the list.",
                "operator=MTR&route=MTR:heavy-rail&from=Atlantis&to=MTR:3 | from | Not known here. Choose one from the list.",
                "operator=MTR&route=MTR:heavy-rail&from=MTR:1&to=Lantau | to | Not known here. Choose one from the list.",
                "operator=STAR&from=Central&to= | deck | Needed: the fare depends on it.",
                "wallet=OCTOPUS | wallet | Not known here. Choose one from the list.",
                "at=tomorrow | at | Not a time such as 2026-04-09T08:30.",
                "at=1999-12-31T23:59 | at | Not a time such as 2026-04-09T08:30.",
            })
    void whatCannotBeUsedIsSaidAtItsField(String query, String field, String problem) {
        ask().get("/advice?" + query)
                .then()
                .statusCode(400)
                .body(
                        containsString("aria-describedby=\"" + field + "-problem\""),
                        containsString("data-testid=\"" + field + "-problem\">" + problem),
                        not(containsString("data-testid=\"fare\"")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "to | is missing: the fare depends on it | Needed: the fare depends on it.",
                "to | NO_FARE MTR:heavy-rail, MTR:3 at 2026-04-09T00:30:00Z | No fare is sold for it at that time.",
                "from | UNKNOWN_STOP MTR:1 | Not known here. Choose one from the list.",
                "operator | has no tariff then | Not known here. Choose one from the list."
            })
    void aRefusedQuoteIsSaidAtTheFieldThatItNames(String field, String reason, String problem) {
        Neighbours.fares()
                .says("/v1/quotes", 404, "{\"field\": \"rides[0]." + field + "\", \"reason\": \"" + reason + "\"}");

        ride().then().statusCode(400).body(containsString("data-testid=\"" + field + "-problem\">" + problem));
    }

    @Test
    void aProblemIsSaidInTheVisitorsLanguage() {
        given().queryParam("from", "<b>")
                .get("/advice?operator=MTR&route=MTR:heavy-rail&to=MTR:3&lang=zh-Hant")
                .then()
                .statusCode(400)
                .body(containsString("查無此項，請從清單中選擇。"), containsString("value=\"&lt;b&gt;\""));
    }

    @Test
    void withoutARateTheFareIsToldAllTheSame() {
        Neighbours.fx()
                .says(
                        "/v1/board/conversions",
                        404,
                        "{\"reason\": \"NO_RATE\", \"row\": null, \"field\": null, \"detail\": \"x\"}");

        ride().then()
                .statusCode(200)
                .body(
                        containsString("data-testid=\"fare\" data-minor=\"1060\""),
                        containsString("No usable exchange rate is known for that time"),
                        not(containsString("data-testid=\"debit\"")));
    }

    @Test
    void whileFareCalculationIsAwayThePageSaysSo() {
        Neighbours.fares().says("/v1/tariffs", 503, "{}");

        ride().then()
                .statusCode(200)
                .body(
                        containsString(
                                "data-testid=\"advice-unavailable\">Not available now: the service that knows it does not answer"));
    }

    @Test
    void oneThatHangsIsNotWaitedFor() {
        Neighbours.fx().hangs("/v1/board/conversions");

        ride().then()
                .statusCode(200)
                .body(
                        containsString("data-testid=\"fare\" data-minor=\"1060\""),
                        containsString("Debit of the wallet: Not available now"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>It works!</html>",
                "{\"totals\": [{\"currency\": \"HKD\"}], \"journeys\": []}",
                "{\"totals\": [{\"amountMinor\": 10.60, \"currency\": \"HKD\"}], \"journeys\": []}",
                "{\"totals\": [{\"amountMinor\": 1060, \"currency\": \"Dollar\"}], \"journeys\": []}",
                "{\"totals\": [null], \"journeys\": []}",
                "{\"journeys\": []}",
                "null",
                "{\"totals\": [], \"journeys\": []} trailing"
            })
    void nonsenseIsNotShown(String answer) {
        Neighbours.fares().says("/v1/quotes", 200, answer);

        ride().then()
                .statusCode(200)
                .body(
                        containsString("gave an answer that cannot be used"),
                        not(containsString("data-testid=\"fare\"")));
    }

    @Test
    void aDebitThatDoesNotAddUpIsNotShown() {
        Neighbours.fx().says("/v1/board/conversions", 200, """
                {"walletMinor": 930, "walletCurrency": "CNY", "midMinor": 924, "spreadMinor": 5, "rate": "0.87",
                 "spreadBasisPoints": 50, "policy": "AT_TAP"}
                """);

        ride().then()
                .statusCode(200)
                .body(
                        containsString("Debit of the wallet: Not available: the service that knows it gave an answer"),
                        not(containsString("data-testid=\"debit\"")));
    }

    private static io.restassured.response.Response ride() {
        return ask().get(
                        "/advice?operator=MTR&route=MTR:heavy-rail&from=MTR:1&to=MTR:3&wallet=WEIXIN_PAY&at=2026-04-09T08:30");
    }

    private static RequestSpecification ask() {
        return given().header("Accept-Language", "en");
    }

    private static long minor(Page page, String testId) {
        return Long.parseLong(page.getByTestId(testId).getAttribute("data-minor"));
    }
}
