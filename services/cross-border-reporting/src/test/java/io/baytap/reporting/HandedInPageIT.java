package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that are due, and handed in, as finance would. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class HandedInPageIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

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

    @Test
    void aReportThatIsHandedInIsDueNoMore() {
        String period = ReportingStack.overdue().toString();
        String gauge = "reporting_report_due_days{period=\"" + period + "\",report=\"incomplete-journeys\"}";
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(metrics()).contains(gauge + " -").contains("report=\"refunds\"}"));
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setLocale("en-GB"))) {
            Page page = visitor.newPage();
            page.navigate(address + "reports");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-reports-due.png"))
                    .setFullPage(true));
            Locator overdue = page.getByTestId("due")
                    .locator("tr.overdue")
                    .filter(new Locator.FilterOptions().setHasText(period));
            assertThat(Long.parseLong(page.getByTestId("due-incomplete-journeys-" + period)
                            .getAttribute("data-count")))
                    .isNegative();
            assertThat(overdue.textContent()).contains("Incomplete journeys", "overdue");
            assertThat(overdue.locator("a").getAttribute("href"))
                    .endsWith("report=incomplete-journeys&from=" + period + "-01&to="
                            + ReportingStack.overdue().atEndOfMonth() + "&by=MONTH");

            overdue.locator("button").click();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-reports-handed-in.png"))
                    .setFullPage(true));

            assertThat(page.url()).isEqualTo(address + "reports");
            assertThat(page.getByTestId("handed-in-incomplete-journeys-" + period)
                            .count())
                    .isEqualTo(1);
            assertThat(page.getByTestId("due-incomplete-journeys-" + period).count())
                    .isZero();
            assertThat(page.getByTestId("due-refunds-2025").count()).isEqualTo(1);
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(metrics()).doesNotContain(gauge));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       2025,    report, MISSING",
                "refunds, '',      period, UNKNOWN_CODE",
                "gossip,  2025,    report, UNKNOWN_CODE",
                "refunds, 2099,    period, UNKNOWN_CODE",
                "refunds, 2025-01, period, UNKNOWN_CODE",
                "statement, 2025,  period, UNKNOWN_CODE"
            })
    void whatIsNotDueCannotBeHandedIn(@Nullable String report, String period, String field, String reason) {
        var form = given().redirects().follow(false).formParam("period", period);
        (report == null ? form : form.formParam("report", report))
                .post("/reports/handed-in")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field), "reason", equalTo(reason));
    }
}
