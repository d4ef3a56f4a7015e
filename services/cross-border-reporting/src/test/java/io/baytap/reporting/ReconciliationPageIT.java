package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.baytap.reporting.domain.BusinessDay;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks as they are told on the topic, read off the screen. Ages are counted to today. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReconciliationPageIT {

    private final LocalDate today = BusinessDay.of(Instant.now());

    private Chromium chromium;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @BeforeAll
    void open() {
        chromium = new Chromium();
        ToldBreaks.tell(address, today);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void openBreaksAreAddedUpByReasonAndAge() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(1280, 900))) {
            List<String> complaints = Chromium.complaints(visitor, address);
            Page page = visitor.newPage();
            page.navigate(address + "reconciliation");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-reconciliation-desktop.png"))
                    .setFullPage(true));

            assertThat(page.getByTestId("day").textContent()).endsWith(today.toString());
            assertThat(exact(page, "breaks-SHORT_PAYOUT-PROVIDER-CNY-DAYS_8_AND_MORE", "count"))
                    .isEqualTo("1");
            assertThat(exact(page, "amount-SHORT_PAYOUT-PROVIDER-CNY-DAYS_8_AND_MORE", "minor"))
                    .isEqualTo("-800");
            assertThat(exact(page, "amount-SHORT_PAYOUT-PROVIDER-CNY-DAYS_2_TO_3", "minor"))
                    .isEqualTo("-250");
            assertThat(exact(page, "amount-COUNTED_OTHERWISE-AUDITOR-HKD-DAYS_4_TO_7", "minor"))
                    .isEqualTo("5");
            assertThat(exact(page, "amount-RATE-PROVIDER-CNY-DAYS_8_AND_MORE", "minor"))
                    .isEqualTo("-11");
            assertThat(exact(page, "breaks-UNPAID-US-HKD-DAYS_8_AND_MORE", "count"))
                    .isEqualTo("6");
            assertThat(exact(page, "amount-UNPAID-US-HKD-DAYS_8_AND_MORE", "minor"))
                    .isEqualTo("600");
            assertThat(page.getByTestId("matrix").textContent())
                    .contains("The bank paid an operator another amount than the batch says.");
            assertThat(exact(page, "open-hkd", "minor")).isEqualTo(Long.toString(123_456_789 + 5 + 600));
            assertThat(exact(page, "open-cny", "minor")).isEqualTo(Long.toString(-800 - 250 - 11));
            assertThat(exact(page, "breaks-open", "count")).isEqualTo("11");
            assertThat(exact(page, "breaks-old", "count")).isEqualTo("8");
            assertThat(exact(page, "breaks-resolved", "count")).isEqualTo("1");
            assertThat(page.getByTestId("more").textContent()).contains("5");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void linksNarrowTheListDownAndWidenItAgain() {
        try (BrowserContext visitor =
                chromium.visitor(new NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false))) {
            Page page = visitor.newPage();
            page.navigate(address + "reconciliation");

            page.locator(".filters").getByText("SHORT_PAYOUT").click();
            assertThat(page.getByTestId("breaks").locator("tbody tr").count()).isEqualTo(2);
            assertThat(page.getByTestId("breaks").locator("tbody th a").first().getAttribute("href"))
                    .as("the oldest first")
                    .contains("a%2Fb%20c%231%3Fx");
            page.locator(".filters").getByText("2–3").click();
            assertThat(page.url()).contains("reason=SHORT_PAYOUT", "age=DAYS_2_TO_3");
            assertThat(page.getByTestId("breaks").textContent())
                    .contains("break:young")
                    .doesNotContain("a/b c");
            page.locator(".filters [aria-current]").last().click();
            assertThat(page.locator(".filters [aria-current]").allTextContents())
                    .containsExactly("Open", "SHORT_PAYOUT", "All", "All", "2–3 days");
            page.locator(".filters").getByText("Resolved").click();
            page.locator(".filters p").nth(1).getByText("All").click();
            page.locator(".filters p").nth(4).getByText("All").click();
            assertThat(page.getByTestId("breaks").textContent())
                    .contains("break:amount")
                    .doesNotContain("break:gone", "break:again");
            assertThat(page.getByTestId("age-break:amount").getAttribute("data-count"))
                    .as("the age at which it was resolved")
                    .isEqualTo("5");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en,      The bank got less than the provider’s batches say.",
        "zh-Hant, 銀行收到的金額少於錢包機構的結算批次。",
        "zh-Hans, 银行收到的金额少于钱包机构的结算批次。"
    })
    void aBreakIsExplainedInEveryLanguage(String language, String sentence) {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(360, 740))) {
            List<String> complaints = Chromium.complaints(visitor, address);
            Page page = visitor.newPage();
            page.navigate(address + "reconciliation?reason=SHORT_PAYOUT&lang=" + language);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-breaks-" + language + ".png"))
                    .setFullPage(true));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);

            page.getByTestId("breaks").locator("tbody th a").first().click();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-break-" + language + ".png"))
                    .setFullPage(true));

            assertThat(page.locator(".lede").textContent()).isEqualTo(sentence);
            assertThat(page.getByTestId("break").getAttribute("data-break")).isEqualTo(ToldBreaks.SHORT);
            assertThat(page.getByTestId("ours").textContent())
                    .contains("settlement:" + ToldBreaks.SHORT, "trade & SHORT_PAYOUT");
            assertThat(page.getByTestId("theirs").textContent()).contains("bank:808-1:1");
            assertThat(exact(page, "difference", "minor")).isEqualTo("-800");
            assertThat(exact(page, "age-break", "count")).isEqualTo("12");
            assertThat(page.getByTestId("ours").locator("a").getAttribute("href"))
                    .isEqualTo("/trace?id=trade%20%26%20SHORT_PAYOUT");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void everyChangeOfABreakIsTold() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setLocale("en-GB"))) {
            Page page = visitor.newPage();
            page.navigate(address + "reconciliation/break:amount");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-break-desktop.png"))
                    .setFullPage(true));

            assertThat(page.getByTestId("state").textContent()).isEqualTo("Resolved");
            assertThat(page.getByTestId("resolved-by").textContent()).isEqualTo("line:late:1");
            assertThat(page.getByTestId("changes").locator("tbody th").allTextContents())
                    .containsExactly(
                            today.minusDays(6) + " 00:01:00",
                            today.minusDays(4) + " 00:02:00",
                            today.minusDays(2) + " 00:03:00");
            assertThat(exact(page, "amount-revision-1", "minor")).isEqualTo("700");
            assertThat(exact(page, "amount-revision-3", "minor")).isEqualTo("600");
            assertThat(exact(page, "age-revision-1", "count")).isEqualTo("1");
            assertThat(exact(page, "age-revision-3", "count")).isEqualTo("5");
        }
    }

    @Test
    void reasonsThatAreNotKnownAreShownAsTheyAre() {
        given().header("Accept-Language", "zh-HK")
                .get("/reconciliation/break:theirs")
                .then()
                .statusCode(200)
                .body(containsString("COUNTED_OTHERWISE"), containsString("AUDITOR"));
    }

    @Test
    void aBreakThatThereIsNotIsAPageAndAProblem() {
        given().header("Accept-Language", "zh-CN")
                .get("/reconciliation/break:nowhere")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("查无此差异"));
        given().get("/v1/breaks/break:nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("reason", equalTo("NOT_FOUND"));
    }

    private static String exact(Page page, String testId, String kind) {
        return page.getByTestId(testId).getAttribute("data-" + kind);
    }
}
