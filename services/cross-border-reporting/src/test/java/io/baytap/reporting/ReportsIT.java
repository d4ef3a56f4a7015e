package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class ReportsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void csvEqualsJsonEqualsSql() throws SQLException {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 20));
        TravelDay next = new TravelDay(LocalDate.of(2026, 4, 21));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(
                            day.fare("MTR", "j1", 0, FareKind.FARE, 1_050, 970),
                            day.fare("KMB", "j2", 0, FareKind.MAXIMUM, 6_080, 5_610),
                            day.fare("KMB", "j2", 1, FareKind.CORRECTION, -5_085, -4_693),
                            day.homeFare("=cmd|' /C calc'!A0", "j3", FareKind.FARE, 330),
                            day.shenzhenFare("j4", 505, 551),
                            next.shenzhenFare("j5", 200, 218)));
            line.send(
                    Topics.CHARGES_SETTLED,
                    List.of(
                            day.settled("c1", "MTR", WalletScheme.WEIXIN_PAY, 970, "CNY"),
                            day.settled("c4", "SZM", WalletScheme.WECHAT_PAY_HK, 551, "HKD")));
            line.send(Topics.CHARGES_REFUNDED, day.refunded("r2", "KMB", 4_693));
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(Reported.report(day).getInt("fares")).isEqualTo(5);
            assertThat(Reported.report(next).getInt("fares")).isEqualTo(1);
            assertThat(Reported.report(day).getInt("charges.size()")).isEqualTo(3);
        });

        JsonPath json = Reported.report(day);
        List<NamedCsvRecord> fares = details("/v1/reports/incomplete-journeys.csv?from=2026-04-20&to=2026-04-21");
        List<NamedCsvRecord> operators = details("/v1/reports/operators.csv?from=2026-04-20&to=2026-04-20");
        List<NamedCsvRecord> providers = details("/v1/reports/providers.csv?from=2026-04-20&to=2026-04-20");

        assertThat(fares)
                .extracting(
                        row -> row.getField("period"),
                        row -> row.getField("operator_id"),
                        row -> row.getField("journeys"),
                        row -> row.getField("held_amount"),
                        row -> row.getField("corrections_amount"),
                        row -> row.getField("fare_amount"))
                .containsExactly(
                        tuple("2026-04-20", "'=cmd|' /C calc'!A0", "1", "0.00", "0.00", "3.30"),
                        tuple("2026-04-20", "KMB", "1", "60.80", "-50.85", "9.95"),
                        tuple("2026-04-20", "MTR", "1", "0.00", "0.00", "10.50"),
                        tuple("2026-04-20", "SZM", "1", "0.00", "0.00", "5.05"),
                        tuple("2026-04-21", "SZM", "1", "0.00", "0.00", "2.00"));
        assertThat(minor(operators, "fare_amount"))
                .isEqualTo(sql("select sum(fare_minor) from fare_record where day = '2026-04-20'"))
                .isEqualTo(1_050 + 6_080 - 5_085 + 330 + 505);
        assertThat(json.getLong("hkdMinor")).isEqualTo(1_050 + 6_080 - 5_085 + 330 + 551);
        assertThat(json.getLong("cnyMinor")).isEqualTo(970 + 5_610 - 4_693 + 505);
        assertThat(count(operators, "journeys"))
                .isEqualTo(json.getLong("journeys"))
                .isEqualTo(sql("select sum(journeys) from fares_by_day where day = '2026-04-20'"))
                .isEqualTo(4);
        assertThat(minor(providers, "settled_amount"))
                .isEqualTo(sql("select sum(amount_minor) from charges_by_day"
                        + " where day = '2026-04-20' and outcome = 'SETTLED'"))
                .isEqualTo(970 + 551);
        assertThat(minor(providers, "refunded_amount")).isEqualTo(4_693);
        assertThat(minor(providers, "net_amount")).isEqualTo(970 + 551 - 4_693);
        assertThat(operators).extracting(row -> row.getField("operator_id")).contains("'=cmd|' /C calc'!A0");
    }

    @Test
    void noRiderIsKeptButInTheEventsOfTheTrace() throws SQLException {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 22));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.TAPS_ACCEPTED, day.tap("g", 1, "MTR", day.at(12, 0), false));
            line.send(Topics.SETTLEMENTS_POSTED, day.fare("j1", 0, FareKind.FARE, 1, 1));
        }
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(Reported.report(day).getInt("fares")).isEqualTo(1));

        assertThat(sql("select count(*) from information_schema.columns"
                        + " where table_schema = 'public' and column_name like '%rider%'"))
                .isZero();
        for (String table : List.of(
                "fare_record",
                "fare_cell",
                "taps_by_hour",
                "charge_cell",
                "batches",
                "subsidy_cell",
                "assessed_journey")) {
            assertThat(sql("select count(*) from " + table + " t where t::text like '%" + TravelDay.RIDER + "%'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theDaysAreListedNewestFirst() {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 23));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.TAPS_REJECTED, day.rejected("g", 1, "MTR", day.at(12, 0), "CODE_EXPIRED"));
        }

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(get("/v1/days").jsonPath().<String>getList("days"))
                        .contains("2026-04-23")
                        .isSortedAccordingTo((a, b) -> b.compareTo(a)));
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource({
        "/v1/days/yesterday,                                            day,  NOT_A_DAY",
        "/v1/days/2026-02-30,                                           day,  NOT_A_DAY",
        "/v1/days/9999-01-01,                                           day,  OUT_OF_RANGE",
        "/v1/reports/operators.csv,                                     from, MISSING",
        "/v1/reports/statement.csv?to=2026-04-09,                       from, MISSING",
        "/v1/reports/statement.csv?from=2026-04-09&to=,                 to,   MISSING",
        "/v1/reports/statement.csv?from=2026-04-09&to=2026-04-08,       to,   BEFORE_FROM",
        "/v1/reports/statement.csv?from=2025-04-08&to=2026-04-09,       to,   RANGE_TOO_LONG",
        "/v1/reports/statement.csv?from=2099-04-08&to=2099-04-09,       from, FUTURE_DAY",
        "/v1/reports/statement.csv?from=2026-04-08&to=2026-04-09&by=week, by, UNKNOWN_CODE",
        "/v1/reports/statement.csv?from=2026-04-08&to=2026-04-09&wallet=PURSE, wallet, UNKNOWN_CODE",
        "/v1/reports/statement.csv?from=2026-04-08&to=2026-04-09&operator=x'%20or%201=1--, operator, UNKNOWN_CODE",
        "/v1/reports/statement.csv?from=2026-04-08&to=2026-04-09&asOf=2026-04-07, asOf, BEFORE_FROM",
        "/?day=9th,                                                     day,  NOT_A_DAY"
    })
    void aBadParameterIsNamed(String path, String field, String reason) {
        get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("reason", equalTo(reason))
                .body("status", equalTo(400));
    }

    @Test
    void aRangeOfTheLongestLengthIsAnswered() {
        get("/v1/reports/operators.csv?from=2025-04-09&to=2026-04-09").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reports/nothing.csv",
                "/v1/reports/statement.pdf",
                "/v1/reports/cross-border-records.sdmx.csv"
            })
    void whatThereIsNotIsNotFound(String path) {
        get(path + "?from=2026-04-09&to=2026-04-09").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aDayWithoutTravelAddsUpToZero() {
        JsonPath report = Reported.report(new TravelDay(LocalDate.of(2001, 1, 1)));

        assertThat(report.getLong("taps.accepted")).isZero();
        assertThat(report.getLong("hkdMinor")).isZero();
        assertThat(report.getList("taps.byHour")).hasSize(24);
    }

    @Test
    void thePlatformIsThere() {
        get("/q/health/live").then().statusCode(200);
        get("/q/metrics").then().statusCode(200);
        given().accept("application/json").get("/q/openapi").then().statusCode(200);
        get("/").then().header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    private static List<NamedCsvRecord> details(String path) {
        return csv(path).stream()
                .filter(row -> row.getField("row").equals("DETAIL"))
                .toList();
    }

    private static List<NamedCsvRecord> csv(String path) {
        Response answer = get(path);
        answer.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"");
        assertThat(answer.asString()).endsWith("\r\n");
        return CsvReader.builder().ofNamedCsvRecord(answer.asString()).stream().toList();
    }

    private static long minor(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.getField(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .longValueExact();
    }

    private static long count(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .mapToLong(row -> Long.parseLong(row.getField(column)))
                .sum();
    }

    private static long sql(String query) throws SQLException {
        var stack = ReportingStack.stack();
        try (Connection connection = DriverManager.getConnection(
                        stack.jdbcUrl(ReportingStack.DATABASE), stack.username(), stack.password());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
