package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.baytap.reporting.page.Screen;
import io.baytap.schemas.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell around every screen: languages, navigation, and what works without a mouse, a script or a wide window. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleLanguageIT {

    /** Later than the days of the tests that share its database: the newest. */
    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 10, 30));

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Chromium chromium;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @BeforeAll
    void open() {
        chromium = new Chromium();
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(
                    Topics.TAPS_ACCEPTED,
                    List.of(
                            DAY.tap("g", 1, "MTR", DAY.at(8, 10), false),
                            DAY.tap("g", 2, "MTR", DAY.at(8, 20), false),
                            DAY.tap("g", 3, "KMB", DAY.at(9, 10), true)));
            line.send(Topics.TAPS_REJECTED, DAY.rejected("r", 1, "MTR", DAY.at(8, 30), "CODE_EXPIRED"));
            line.send(Topics.SETTLEMENTS_POSTED, DAY.fares(0, 3));
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            var report = given().get(address + "v1/days/" + DAY.day()).jsonPath();
            assertThat(report.getInt("taps.rejected")).isEqualTo(1);
            assertThat(report.getInt("taps.accepted")).isEqualTo(2);
            assertThat(report.getInt("fares")).isEqualTo(3);
        });
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest(name = "{0} is answered in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-HK,zh;q=0.9,en;q=0.8 | zh-Hant | 結算批次",
                "zh-CN,zh;q=0.9 | zh-Hans | 结算批次",
                "fr,de;q=0.5 | en | Settlement batches"
            })
    void theBrowserSaysWhichLanguage(String asked, String tag, String words) {
        given().header("Accept-Language", asked)
                .get("/money")
                .then()
                .statusCode(200)
                .header("Content-Language", tag)
                .header("Cache-Control", "no-store")
                .body(containsString("<html lang=\"" + tag + "\">"), containsString(words));
    }

    @Test
    void aLanguageThatIsNotThereIsRefused() {
        given().get("/line?lang=fr")
                .then()
                .statusCode(400)
                .body("field", equalTo("lang"), "reason", equalTo("UNKNOWN_CODE"));
    }

    @Test
    void aChosenLanguageIsRememberedOnAllScreensAndKeepsTheDay() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setLocale("en-GB"))) {
            Page page = visitor.newPage();
            page.navigate(address + "line?day=" + DAY.day());
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");

            page.getByText("繁體中文").click();

            assertThat(page.url()).contains("day=" + DAY.day(), "lang=zh-Hant");
            assertThat(page.locator("h2").first().textContent()).isEqualTo("接納");
            assertThat(page.getByTestId("taps-accepted").getAttribute("data-count"))
                    .isEqualTo("2");
            page.getByText("賬目").click();
            assertThat(page.url()).doesNotContain("lang=");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-Hant");
            assertThat(page.getByTestId("day").textContent()).isEqualTo("2026-10-30");
            assertThat(page.getByTestId("operator-MTR-WEIXIN_PAY-hkd").textContent())
                    .isEqualTo("31.50");
            assertThat(page.getByTestId("operators").textContent()).contains("微信支付", "營辦商");
            assertThat(visitor.cookies())
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.sameSite.name()).isEqualTo("LAX"));
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyScreenHoldsOnASmallPhoneInEveryLanguage(Screen screen) {
        for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
            try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(360, 740))) {
                List<String> complaints = Chromium.complaints(visitor, address);
                Page page = visitor.newPage();

                page.navigate(address + screen.path().substring(1) + "?lang=" + language);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/console" + screen.path().replace('/', '-') + "-" + language + ".png"))
                        .setFullPage(true));

                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s in %s", screen, language)
                        .isEqualTo(360);
                assertThat(page.locator("nav [aria-current=page]").count()).isEqualTo(1);
                assertThat(complaints).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyScreenCanBeReadAndWalkedWithoutAMouse(Screen screen) {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions())) {
            Page page = visitor.newPage();
            page.navigate(address + screen.path().substring(1));

            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");

            assertThat(page.evaluate("document.activeElement.closest('main') !== null"))
                    .as("the first thing after the skip link")
                    .isEqualTo(true);
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isNotEqualTo("none");
            assertThat(page.locator("h1").count()).isEqualTo(1);
            assertThat(page.locator("table:not(:has(caption))").count()).isZero();
            assertThat(page.locator("th:not([scope])").count()).isZero();
            assertThat(page.locator(".chart:not([role=img][aria-label])").count())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINE", "MONEY"})
    void everyScreenOfADayWorksWithoutScripts(Screen screen) {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = visitor.newPage();
            page.navigate(address + screen.path().substring(1));

            page.getByTestId("day-picker").selectOption(DAY.day().toString());
            page.locator(".picker button").click();

            assertThat(page.url()).contains("day=" + DAY.day());
            assertThat(page.getByTestId("hour-08-accepted").getAttribute("data-count"))
                    .isEqualTo("2");
            assertThat(page.locator(".chart").first().isVisible()).isFalse();
        }
    }

    @Test
    void theLineShowsWhatCameAndHowFarItIsCounted() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions())) {
            Page page = visitor.newPage();
            page.navigate(address + "line?day=" + DAY.day());

            assertThat(count(page, "taps-accepted")).isEqualTo("2");
            assertThat(count(page, "taps-late")).isEqualTo("1");
            assertThat(count(page, "taps-KMB-late")).isEqualTo("1");
            assertThat(count(page, "taps-MTR-rejected")).isEqualTo("1");
            assertThat(count(page, "rejected-CODE_EXPIRED")).isEqualTo("1");
            assertThat(count(page, "hour-09-late")).isEqualTo("1");
            assertThat(page.getByTestId("newest-fare").textContent()).isEqualTo("2026-10-30 09:30:00");
            assertThat(Long.parseLong(page.getByTestId("newest-fare-age").getAttribute("data-seconds")))
                    .isPositive();
            page.waitForSelector("#taps-by-hour[data-drawn] canvas");
        }
    }

    private static String count(Page page, String testId) {
        return page.getByTestId(testId).getAttribute("data-count");
    }
}
