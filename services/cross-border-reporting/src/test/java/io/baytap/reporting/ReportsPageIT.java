package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports chosen, looked at and taken home, as finance would. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReportsPageIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final TravelDay DAY = new TravelDay(LocalDate.of(2025, 9, 10));
    private static final String RANGE = "from=2025-09-10&to=2025-09-10";

    /** A day whose cells say more than its one record: {@link #RECORDS_MAX} in all, with that. */
    private static final TravelDay FULL = new TravelDay(LocalDate.of(2024, 2, 28));

    private static final TravelDay DAY_AFTER = new TravelDay(LocalDate.of(2024, 2, 29));

    /** A sheet has 1,048,576 rows; one is the header, and a hundred are kept for totals and controls. */
    private static final int RECORDS_MAX = 1_048_475;

    private Chromium chromium;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @BeforeAll
    void open() throws SQLException {
        chromium = new Chromium();
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, fares());
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(
                            FULL.fare("full", 0, FareKind.FARE, 1_050, 970),
                            DAY_AFTER.fare("after", 0, FareKind.FARE, 1_050, 970)));
            line.send(Topics.SETTLEMENTS_BATCHES, List.of(DAY.batch("MTR", "HKD", 60, 63_000)));
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(day(DAY).getInt("fares")).isEqualTo(62);
            assertThat(day(DAY).getInt("batches.size()")).isEqualTo(1);
            assertThat(day(FULL).getInt("fares")).isEqualTo(1);
            assertThat(day(DAY_AFTER).getInt("fares")).isEqualTo(1);
        });
        sql(
                "insert into fare_cell select day, settlement_day, 'MAXIMUM', by_proposal, converted, wallet_home, place, city,"
                        + " operator_id, wallet_scheme, fare_currency, wallet_currency, " + (RECORDS_MAX - 1)
                        + ", 0, 0, 0, 0, 0 from fare_cell where day = '2024-02-28'");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private static List<SettlementPosted> fares() {
        List<SettlementPosted> fares = new ArrayList<>();
        IntStream.range(0, 60).forEach(n -> fares.add(DAY.fare("p" + n, 0, FareKind.FARE, 1_050, 970)));
        fares.add(DAY.homeFare("HKT", "home", FareKind.FARE, 330));
        fares.add(DAY.shenzhenFare("sz", 505, 551));
        return fares;
    }

    private JsonPath day(TravelDay of) {
        return given().get(address + "v1/days/" + of.day()).jsonPath();
    }

    private static void sql(String statement) throws SQLException {
        var stack = ReportingStack.stack();
        try (Connection connection = DriverManager.getConnection(
                stack.jdbcUrl(ReportingStack.DATABASE), stack.username(), stack.password())) {
            connection.createStatement().execute(statement);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Operators, Total", "zh-Hant, 營辦商應收, 合計", "zh-Hans, 运营单位应收, 合计"})
    void aReportIsChosenAndItsTotalsAreShown(String language, String name, String total) {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setJavaScriptEnabled(false))) {
            List<String> complaints = Chromium.complaints(visitor, address);
            Page page = visitor.newPage();
            page.navigate(address + "reports?lang=" + language);

            page.locator("#report").selectOption(new SelectOption().setLabel(name));
            page.locator("#from").fill("2025-09-10");
            page.locator("#to").fill("2025-09-10");
            page.locator(".ask button").click();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-report-" + language + ".png"))
                    .setFullPage(true));

            assertThat(page.url()).contains("report=operators", RANGE);
            assertThat(page.locator("#report").inputValue()).isEqualTo("operators");
            assertThat(cells(page, "DETAIL", "operator_id")).containsExactly("HKT", "MTR", "SZM");
            assertThat(cells(page, "DETAIL", "fare_amount")).containsExactly("3.30", "630.00", "5.05");
            assertThat(cells(page, "TOTAL", "fare_amount")).containsExactly("5.05", "633.30");
            assertThat(cells(page, "TOTAL", "fares")).containsExactly("1", "61");
            assertThat(rows(page, "TOTAL").first().locator("th").textContent()).isEqualTo(total);
            assertThat(cells(page, "CONTROL", "fare_amount")).containsExactly("5.05", "633.30", "5.05", "633.30");
            assertThat(rows(page, "CONTROL_DIFFERS").count()).isZero();
            assertThat(page.getByTestId("differs").count()).isZero();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theFilesAreThoseOfTheSameQuestion() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions())) {
            Page page = visitor.newPage();
            page.navigate(address + "reports?report=operators&" + RANGE + "&operator=MTR&wallet=&by=month");

            List<String> links = page.locator(".downloads a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();

            assertThat(page.locator(".downloads a").allTextContents())
                    .containsExactly("CSV", "XLSX", "SDMX-CSV", "JSON");
            assertThat(links).allMatch(link -> link.endsWith("?" + RANGE + "&by=month&operator=MTR"));
            assertThat(cells(page, "DETAIL", "operator_id")).containsExactly("MTR");
            for (String link : links) {
                given().get(link).then().statusCode(200);
            }
            given().get(links.getFirst()).then().body(containsString("630.00"), not(containsString("HKT")));
        }
    }

    @Test
    void ofManyRecordsTheFirstAreShownWithTheSumOfAll() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setLocale("en-GB"))) {
            Page page = visitor.newPage();
            page.navigate(address + "reports?report=cross-border-records&" + RANGE);

            assertThat(rows(page, "DETAIL").count()).isEqualTo(50);
            assertThat(page.getByTestId("shown").textContent()).startsWith("The first 50 rows of 61,");
            assertThat(cells(page, "TOTAL", "fares")).containsExactly("1", "60");
            assertThat(cells(page, "TOTAL", "fare_amount")).containsExactly("5.05", "630.00");
            assertThat(page.locator(".downloads a").allTextContents()).containsExactly("CSV", "XLSX", "JSON");
        }
    }

    @Test
    void aControlThatDiffersStandsOut() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setLocale("en-GB"))) {
            Page page = visitor.newPage();
            page.navigate(address + "reports?report=incomplete-journeys&from=2024-02-28&to=2024-02-28");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-report-differs.png"))
                    .setFullPage(true));

            assertThat(rows(page, "CONTROL_DIFFERS").locator("td").first().textContent())
                    .isEqualTo("RECORDS");
            assertThat(page.getByTestId("differs").isVisible()).isTrue();
            assertThat(rows(page, "CONTROL_DIFFERS").first().evaluate("row => getComputedStyle(row.cells[0]).color"))
                    .isNotEqualTo(
                            rows(page, "CONTROL").first().evaluate("row => getComputedStyle(row.cells[0]).color"));
        }
    }

    @ParameterizedTest(name = "{0}: {1} in {2}")
    @CsvSource({
        "report=statement&from=2025-09-10&to=2025-09-09, to,     en,      That is before the range begins.",
        "report=statement&from=&to=2025-09-09,           from,   zh-Hant, 請填寫日期，例如 2026-04-09。",
        "report=statement&from=2025-13-01&to=2025-09-09, from,   zh-Hans, 日期有误，请按 2026-04-09 的格式填写。",
        "report=statement&from=2020-01-01&to=2025-09-09, to,     en,      The range is too long for one report.",
        "report=statement&from=2099-01-01&to=2099-01-02, from,   zh-Hans, 该日尚未到来。",
        "report=gossip&from=2025-09-10&to=2025-09-10,    report, zh-Hant, 沒有此選項。",
        "report=refunds&from=2025-09-10&to=2025-09-10&operator=%3Cb%3E, operator, en, There is no such entry.",
        "report=refunds&from=2025-09-10&to=2025-09-10&by=WEEK, by, en, There is no such entry.",
        "report=refunds&from=2025-09-10&to=2025-09-10&wallet=PURSE, wallet, en, There is no such entry.",
        "report=refunds&from=2025-09-10&to=2025-09-10&asOf=1999-01-01, asOf, en, No report reaches that year."
    })
    void badInputIsShownAtItsField(String query, String field, String language, String words) {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions().setViewportSize(360, 740))) {
            Page page = visitor.newPage();

            int status = page.navigate(address + "reports?" + query + "&lang=" + language)
                    .status();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/console-report-refused-" + field + "-" + language + ".png"))
                    .setFullPage(true));

            assertThat(status).isEqualTo(400);
            assertThat(page.locator(".error").count()).isEqualTo(1);
            assertThat(page.getByTestId("error-" + field).textContent()).isEqualTo(words);
            assertThat(page.locator("#" + field).getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.locator("#" + field).getAttribute("aria-describedby"))
                    .isEqualTo(field + "-error");
            assertThat(query)
                    .as("what was sent stays")
                    .contains("from=" + page.locator("#from").inputValue() + "&");
            assertThat(page.locator("b").count()).isZero();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        }
    }

    @Test
    void aDayWithoutARateIsToldAtTheReport() {
        given().get("/reports?report=statement&from=2024-02-28&to=2024-02-28&lang=zh-Hans")
                .then()
                .statusCode(409)
                .body(containsString("范围内有日期尚无汇率，请先上传这些日期的汇率。"));
    }

    @Test
    void aWorkbookThatCannotHoldAllRecordsIsRefusedBeforeItBegins() {
        String path = "/v1/reports/cross-border-records.";
        given().get(path + "xlsx?from=2024-02-28&to=2024-02-28").then().statusCode(200);

        given().get(path + "xlsx?from=2024-02-28&to=2024-02-29")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("to"), "reason", equalTo("TOO_MANY_ROWS"))
                .body("detail", containsString("1048476"))
                .body("detail", containsString("CSV"));
        given().get(path + "csv?from=2024-02-28&to=2024-02-29").then().statusCode(200);
        given().get("/reports?report=cross-border-records&from=2024-02-28&to=2024-02-29&lang=en")
                .then()
                .statusCode(200)
                .body(containsString("takes 1,048,475 records"), not(containsString(".xlsx")));
    }

    @Test
    void theKeyboardGoesThroughTheFormInItsOrder() {
        try (BrowserContext visitor = chromium.visitor(new NewContextOptions())) {
            Page page = visitor.newPage();
            page.navigate(address + "reports");
            List<String> order = new ArrayList<>();

            page.locator("#report").focus();
            for (int n = 0; n < 40 && !order.contains("BUTTON"); n++) {
                String focused =
                        String.valueOf(page.evaluate("document.activeElement.id || document.activeElement.tagName"));
                if (order.isEmpty() || !order.getLast().equals(focused)) {
                    order.add(focused);
                }
                page.keyboard().press("Tab");
            }

            assertThat(order).containsExactly("report", "from", "to", "by", "operator", "wallet", "asOf", "BUTTON");
        }
    }

    private static Locator rows(Page page, String role) {
        return page.locator("[data-testid=preview] tr[data-row=" + role + "]");
    }

    private static List<String> cells(Page page, String role, String column) {
        return rows(page, role).locator("td[data-column=" + column + "]").allTextContents();
    }
}
