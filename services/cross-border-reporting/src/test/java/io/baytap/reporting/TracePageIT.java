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
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class TracePageIT {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en, Debited, Tap: exit", "zh-Hant, 已扣款, 拍卡：入閘", "zh-Hans, 已扣款, 刷卡：进站"})
    void aHelperFindsARideByAnAttemptAndReadsItStepByStep(String language, String debited, String tap) {
        TracedRide.travelled();
        try (var chromium = new Chromium();
                BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(360, 740))) {
            List<String> complaints = Chromium.complaints(visitor, address);
            Page page = visitor.newPage();
            page.navigate(address + "trace?lang=" + language);
            page.locator("#id").fill("ot1");
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("steps").textContent()).contains(debited);

            page.getByTestId("journeys").locator("a").click();

            assertThat(page.getByTestId("journey").textContent()).isEqualTo(TracedRide.JOURNEY);
            assertThat(page.locator("[data-step]").evaluateAll("steps => steps.map(s => s.dataset.step).join(' ')"))
                    .isEqualTo("tapped tapped priced posted charged closed");
            assertThat(minor(page, "ride-owed-hkd")).isEqualTo("1050");
            assertThat(minor(page, "ride-debit-cny")).isEqualTo("918");
            assertThat(minor(page, "ride-taken-cny")).isEqualTo("918");
            assertThat(minor(page, "posted-3-spread")).isEqualTo("4");
            assertThat(minor(page, "priced-2-net")).isEqualTo("1050");
            assertThat(page.getByTestId("timeline").textContent())
                    .contains("0.8743", "MTR:1 → MTR:3", "HK$10.70", "policy:off_peak", "tt1");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-ride-" + language + ".png"))
                    .setFullPage(true));
            page.getByTestId("rider").click();
            assertThat(page.getByTestId("steps").textContent()).contains(tap.substring(0, 2));
            assertThat(complaints).isEmpty();
        }
    }

    private static String minor(Page page, String testId) {
        return page.getByTestId(testId).getAttribute("data-minor");
    }

    @Test
    void whatIsLookedForIsShownAsText() {
        given().queryParam("id", "\"><script>alert(1)</script>")
                .get("/trace")
                .then()
                .statusCode(200)
                .body(containsString("data-testid=\"nothing\""), not(containsString("<script>alert")));
    }

    @Test
    void anIdThatIsNoneIsRefusedAtItsField() {
        given().queryParam("id", "x".repeat(301))
                .get("/trace?lang=zh-Hant")
                .then()
                .statusCode(400)
                .body(containsString("編號最多 300 個字符"));
    }

    @Test
    void aJourneyOfWhichNothingIsKeptIsNotFound() {
        given().get("/trace/journey:nobody").then().statusCode(404);
    }
}
