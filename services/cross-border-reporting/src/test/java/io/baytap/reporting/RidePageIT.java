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
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen of a ride with what wallet-settlement has booked of it, and what people want changed. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@QuarkusTestResource(Neighbours.class)
class RidePageIT {

    private static final String PROPOSALS = BookedRide.PAGE + "/proposals";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @BeforeEach
    void travel() {
        BookedRide.travelled(RestAssured::given);
        Neighbours.recover();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, On the bank’s statement, waits for another person",
        "zh-Hant, 銀行結單, 等待另一人決定",
        "zh-Hans, 银行对账单, 等待另一人决定"
    })
    void aRideIsFollowedToTheBankLineAndAHelperProposesByKeyboard(String language, String onStatement, String pending) {
        Neighbours.wallets().says("POST /v1/proposals", 201, BookedRide.proposal("PENDING", "hana", "null"));
        try (var chromium = new Chromium();
                BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(360, 740))) {
            List<String> complaints = Chromium.complaints(visitor, address);
            Page page = visitor.newPage();
            page.navigate(address + BookedRide.PAGE.substring(1) + "?lang=" + language);

            assertThat(page.locator("[data-step]").evaluateAll("steps => steps.map(s => s.dataset.step).join(' ')"))
                    .isEqualTo("posted charged charge closed bank");
            assertThat(minor(page, "posted-0-journal-0")).isEqualTo("918");
            assertThat(minor(page, "posted-0-journal-4")).isEqualTo("-1050");
            assertThat(minor(page, "charged-1-journal-0")).isEqualTo("918");
            assertThat(minor(page, "charge-0-amount")).isEqualTo("918");
            assertThat(page.getByTestId("charge-0-attempts").getAttribute("data-count"))
                    .isEqualTo("2");
            assertThat(minor(page, "charge-0-refund")).isEqualTo("100");
            assertThat(minor(page, "bank-0-amount")).isEqualTo("-1050");
            assertThat(page.getByTestId("timeline").textContent()).contains("operator-payable:MTR", onStatement, "R9");
            assertThat(minor(page, "proposal-0-amount")).isEqualTo("-400");
            assertThat(page.getByTestId("proposals").textContent()).contains("the lift <was> out of order", pending);
            assertThat(page.getByTestId("books-unavailable").count()).isZero();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-ride-booked-" + language + ".png"))
                    .setFullPage(true));

            page.locator("#CORRECTION-amount").fill("-4.00");
            page.locator("#CORRECTION-reason").fill("the lift was out of order");
            page.keyboard().press("Enter");

            page.waitForURL("**#proposals");
            assertThat(complaints).isEmpty();
        }
        assertThat(posted("/v1/proposals"))
                .singleElement()
                .asString()
                .contains("\"journeyId\":\"" + BookedRide.JOURNEY, "\"amountMinor\":-400", "\"currency\":\"HKD\"");
    }

    @Test
    void whileWalletSettlementIsAwayTheRestOfTheRideStandsAndItIsAskedNothingMore() {
        Neighbours.wallets().says("/v1/charges", 503, "{}");

        english()
                .get(BookedRide.PAGE)
                .then()
                .statusCode(200)
                .body(
                        containsString("data-testid=\"books-unavailable\">Not available now"),
                        containsString("data-step=\"posted\""),
                        not(containsString("journal-0")));

        assertThat(Neighbours.wallets().heard()).hasSize(1);
    }

    @Test
    void aPartThatCannotBeReadIsToldOfAndTheOthersStand() {
        Neighbours.wallets().says("/v1/batches/MTR:HKD:2026-09-07/bank-lines", 200, "[{\"reference\": \"R9\"}]");
        Neighbours.wallets().says("/v1/journals/charge-settled:booked1:2026-09-07", 404, "{}");

        english()
                .get(BookedRide.PAGE)
                .then()
                .statusCode(200)
                .body(
                        containsString("data-testid=\"books-unavailable\">Not available: the service"),
                        containsString("posted-0-journal-0"),
                        not(containsString("charged-1-journal-0")),
                        not(containsString("data-step=\"bank\"")));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CORRECTION | booked1 |        | late | CORRECTION-amount | Fill this in.",
                "CORRECTION | booked1 | 4,00   | late | CORRECTION-amount | Write an amount",
                "CORRECTION | booked1 | 0.00   | late | CORRECTION-amount | Write an amount",
                "CORRECTION | booked1 | 4.005  | late | CORRECTION-amount | Write an amount",
                "CORRECTION | booked1 | -4.00  |      | CORRECTION-reason | Fill this in.",
                "REFUND     | other   | 4.00   | late | REFUND-charge     | Fill this in.",
                "REFUND     | booked1 | -4.00  | late | REFUND-amount     | Write what goes back",
            })
    void whatCannotBeProposedComesBackAtItsField(
            String kind, String charge, String amount, String reason, String field, String why) {
        Response answer = send(kind, charge, amount == null ? "" : amount, reason == null ? "" : reason);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString())
                .contains("data-testid=\"error-" + field + "\" role=\"alert\">" + why)
                .contains("aria-describedby=\"" + field + "-error\"")
                .contains("value=\"" + (reason == null ? "" : reason) + "\"")
                .contains("data-step=\"bank\"");
        assertThat(posted("/v1/proposals")).isEmpty();
    }

    @Test
    void aReasonThatIsTooLongIsRefusedInTheVisitorsLanguage() {
        Response answer = given().formParams("kind", "CORRECTION", "amount", "1", "reason", "很".repeat(501))
                .queryParam("lang", "zh-Hant")
                .post(PROPOSALS);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("最多 500 個字符").contains("href=\"/trace/journey%3Abooked1?lang=zh-Hans\"");
    }

    @Test
    void aRefundIsProposedOfTheDebitInItsCurrency() {
        Neighbours.wallets().says("POST /v1/proposals", 200, BookedRide.proposal("PENDING", "hana", "null"));

        assertThat(send("REFUND", "booked1", "3", "goodwill").statusCode()).isEqualTo(303);

        assertThat(posted("/v1/proposals"))
                .singleElement()
                .asString()
                .contains("\"chargeId\":\"booked1\"", "\"amountMinor\":300", "\"currency\":\"CNY\"", "goodwill");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | {\"reason\": \"MORE_THAN_CHARGED\"} | 409 | data-reason=\"MORE_THAN_CHARGED\">That is more than",
                "409 | {\"reason\": \"ALREADY_DECIDED\"} | 409 | data-reason=\"ALREADY_DECIDED\">It was decided",
                "422 | {\"reason\": \"NEW_REASON\"} | 409 | Refused by wallet-settlement: NEW_REASON",
                "404 | {\"reason\": \"UNKNOWN\"} | 404 | The ledger knows no such ride",
                "400 | {\"reason\": \"MALFORMED_FIELD\", \"field\": \"amountMinor\"} | 400 | error-CORRECTION-amount\" role=\"alert\">This cannot be used",
                "403 | {} | 403 | Not shown: the service that knows it admits",
                "500 | {} | 503 | Not available now",
            })
    void whatWalletSettlementRefusesIsSaidInWords(int said, String body, int status, String words) {
        Neighbours.wallets().says("POST /v1/proposals", said, body);

        Response answer = send("CORRECTION", "", "-400.00", "too much");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.asString()).contains(words, "value=\"-400.00\"");
    }

    @Test
    void nobodyApprovesTheirOwnAndTheScreenSaysSo() {
        String path = "/v1/proposals/" + BookedRide.PROPOSAL + "/approval";
        Neighbours.wallets().says("POST " + path, 409, "{\"reason\": \"SAME_PERSON\"}");

        english()
                .post(PROPOSALS + "/" + BookedRide.PROPOSAL + "/approval")
                .then()
                .statusCode(409)
                .body(containsString("data-reason=\"SAME_PERSON\">You proposed it yourself"));

        Neighbours.wallets().says("POST " + path, 200, BookedRide.proposal("APPROVED", "hana", "\"fiona\""));
        english()
                .redirects()
                .follow(false)
                .post(PROPOSALS + "/" + BookedRide.PROPOSAL + "/approval")
                .then()
                .statusCode(303);
        assertThat(posted(path)).hasSize(2);
    }

    @Test
    void anotherSiteCannotPropose() {
        Response answer = given().header("Sec-Fetch-Site", "cross-site")
                .formParams("kind", "CORRECTION", "amount", "1", "reason", "a prize")
                .post(PROPOSALS);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(posted("/v1/proposals")).isEmpty();
    }

    private static RequestSpecification english() {
        return given().header("Accept-Language", "en").header("Accept", "text/html");
    }

    private static Response send(String kind, String charge, String amount, String reason) {
        return english()
                .redirects()
                .follow(false)
                .formParams("kind", kind, "charge", charge, "amount", amount, "reason", reason)
                .post(PROPOSALS);
    }

    /** Bodies of what was sent there. */
    private static List<String> posted(String path) {
        return Neighbours.wallets().heard().stream()
                .filter(heard -> heard.request().equals("POST " + path))
                .map(NeighbourServer.Heard::body)
                .toList();
    }

    private static String minor(Page page, String testId) {
        return page.getByTestId(testId).getAttribute("data-minor");
    }
}
