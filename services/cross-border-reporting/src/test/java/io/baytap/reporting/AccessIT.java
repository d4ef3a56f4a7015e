package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.sandbox.identity.Person;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what: every path that the running service has, for everybody. */
@QuarkusTest
@TestProfile(RolesProfile.class)
@QuarkusTestResource(ReportingStack.class)
@QuarkusTestResource(Neighbours.class)
class AccessIT {

    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 4, 9));
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String RANGE = "?from=2026-04-09&to=2026-04-09";

    private static final Set<Person> READERS = Set.of(Person.OLGA, Person.KAI, Person.FIONA, Person.RITA, Person.ADA);
    private static final Set<Person> ALL =
            Set.of(Person.OLGA, Person.KAI, Person.FIONA, Person.RITA, Person.ADA, Person.HANA);

    private static final Set<Person> AUDITORS = Set.of(Person.FIONA, Person.ADA);
    private static final Set<Person> TRACERS = Set.of(Person.FIONA, Person.ADA, Person.HANA);

    /** What is called for a path, who may, and what they get. */
    private record Entry(String called, Set<Person> admitted, int status) {}

    private static final Map<String, Entry> TABLE = Map.ofEntries(
            entry("GET /", new Entry("/?day=2026-04-09", READERS, 200)),
            entry("GET /login", new Entry("/login", ALL, 303)),
            entry("POST /logout", new Entry("/logout", Set.of(Person.values()), 200)),
            entry("GET /line", new Entry("/line", ALL, 200)),
            entry("GET /v1/line", new Entry("/v1/line", ALL, 200)),
            entry("GET /money", new Entry("/money", READERS, 200)),
            entry("GET /v1/days", new Entry("/v1/days", READERS, 200)),
            entry("GET /v1/days/{day}", new Entry("/v1/days/2026-04-09", READERS, 200)),
            entry("GET /v1/reports", new Entry("/v1/reports", READERS, 200)),
            entry("GET /v1/reports/{report}.{format}", new Entry("/v1/reports/operators.json" + RANGE, READERS, 200)),
            entry("GET /reconciliation", new Entry("/reconciliation", AUDITORS, 200)),
            entry("GET /reconciliation/{breakId}", new Entry("/reconciliation/nothing", AUDITORS, 404)),
            entry("GET /v1/breaks", new Entry("/v1/breaks", AUDITORS, 200)),
            entry("GET /v1/breaks/{breakId}", new Entry("/v1/breaks/nothing", AUDITORS, 404)),
            entry("GET /reports", new Entry("/reports", READERS, 200)),
            entry("POST /reports/handed-in", new Entry("/reports/handed-in", Set.of(Person.FIONA), 400)),
            entry("GET /advice", new Entry("/advice", ALL, 200)),
            entry(
                    "GET /money/days/{day}/pain.001.xml",
                    new Entry("/money/days/2026-04-09/pain.001.xml", AUDITORS, 200)),
            entry("GET /money/days/{day}/batches.csv", new Entry("/money/days/2026-04-09/batches.csv", AUDITORS, 200)),
            entry("GET /trace", new Entry("/trace", TRACERS, 200)),
            entry("GET /trace/{journeyId}", new Entry("/trace/journey:nobody", TRACERS, 404)),
            entry(
                    "POST /trace/{journeyId}/proposals",
                    new Entry("/trace/journey:nobody/proposals", Set.of(Person.FIONA, Person.HANA), 404)),
            entry(
                    "POST /trace/{journeyId}/proposals/{proposalId}/{verdict}",
                    new Entry("/trace/journey:nobody/proposals/proposal:none/approval", Set.of(Person.FIONA), 404)),
            entry("GET /v1/trace", new Entry("/v1/trace?id=nobody", TRACERS, 200)),
            entry("GET /v1/rides/{journeyId}", new Entry("/v1/rides/journey:nobody", TRACERS, 404)),
            entry("GET /v1/open-data", new Entry("/v1/open-data", Set.of(Person.values()), 200)),
            entry(
                    "GET /v1/open-data/{table}.{format}",
                    new Entry("/v1/open-data/journeys-by-hour.csv?day=2026-04-09", Set.of(Person.values()), 404)));

    @BeforeEach
    void feed() {
        Neighbours.wallets().says("/v1/days/2026-04-09/pain.001.xml", 200, "application/xml", "<Document/>");
        Neighbours.wallets().says("/v1/days/2026-04-09/batches.csv", 200, "text/csv", "day,operator\r\n");
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, DAY.fares(0, 3));
            line.send(Topics.SETTLEMENTS_POSTED, DAY.homeFare("HKT", "t", FareKind.FARE, 330));
            line.send(Topics.TAPS_ACCEPTED, DAY.tap("k", 1, "KMB", DAY.at(8, 0), false));
        }
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(as(Person.ADA)
                                        .get("/v1/days/2026-04-09")
                                        .path("taps.accepted") + "/"
                                + as(Person.ADA).get("/v1/days/2026-04-09").path("fares"))
                        .isEqualTo("1/4"));
    }

    @Test
    void everyPathOfTheRunningServiceIsInTheTable() {
        Map<String, Map<String, ?>> paths =
                given().accept("application/json").get("/q/openapi").jsonPath().getMap("paths");
        Set<String> running = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        Set.of("get", "post", "put", "delete", "patch").contains(method))
                .filter(_ -> !path.startsWith("/q/"))
                .forEach(method -> running.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(running).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void everyoneGetsWhatTheTableSays(Person person) {
        TABLE.forEach((path, entry) -> {
            Response response = call(path, entry, as(person));

            int expected = entry.admitted().contains(person)
                    ? entry.status()
                    // Who may not see money sees the line first.
                    : path.equals("GET /") && person == Person.HANA ? 303 : 403;
            assertThat(response.statusCode()).as("%s for %s", path, person).isEqualTo(expected);
            if (expected == 403) {
                assertThat(response.contentType()).isEqualTo("application/problem+json");
                assertThat(response.<String>path("reason")).isEqualTo("ROLE_MISSING");
            }
        });
    }

    @Test
    void aProgramWithoutATokenIsRefusedAndABrowserIsSentToLogIn() {
        TABLE.forEach((path, entry) -> {
            if (entry.admitted().contains(Person.NOEL)) {
                assertThat(call(path, entry, given()).statusCode()).as(path).isEqualTo(entry.status());
                return;
            }
            Response program = call(path, entry, given());
            Response browser = call(path, entry, given().accept("text/html,*/*;q=0.8"));

            assertThat(program.statusCode()).as(path).isEqualTo(401);
            assertThat(program.<String>path("reason")).isEqualTo("NO_TOKEN");
            assertThat(program.header("WWW-Authenticate")).isEqualTo("Bearer");
            if (!path.startsWith("GET ")) {
                assertThat(browser.statusCode()).as(path).isEqualTo(401);
                return;
            }
            assertThat(browser.statusCode()).as(path).isEqualTo(302);
            assertThat(browser.header("Location"))
                    .startsWith(RolesProfile.Provider.get().url() + "/authorize?")
                    .contains("code_challenge=", "nonce=", "max_age=");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.to.ken", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.", ""})
    void aTokenThatIsNoneIsRefused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/v1/days")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("reason", equalTo("BAD_TOKEN"));
    }

    @Test
    void aTokenIsGoodUntilItExpires() {
        String token = RolesProfile.Provider.get().token(Person.ADA);
        given().auth().oauth2(token).get("/v1/days").then().statusCode(200).header("Cache-Control", "no-store");

        await().atMost(LIMIT)
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/v1/days")
                        .then()
                        .statusCode(401)
                        .body("reason", equalTo("BAD_TOKEN")));
    }

    @Test
    void anOperatorSeesItsOwnFiguresAlone() {
        assertThat(as(Person.ADA).get("/v1/days/2026-04-09").<List<String>>path("operators.operatorId"))
                .contains("MTR", "HKT");
        var day = as(Person.OLGA).get("/v1/days/2026-04-09").jsonPath();
        assertThat(day.<String>getList("operators.operatorId")).containsOnly("MTR");
        assertThat(day.getInt("fares")).isEqualTo(3);
        assertThat(day.getInt("taps.accepted")).isZero();
        assertThat(as(Person.OLGA).get("/v1/reports/operators.csv" + RANGE).asString())
                .contains("MTR")
                .doesNotContain("HKT");
        assertThat(as(Person.ADA).get("/v1/reports/operators.csv" + RANGE).asString())
                .contains("MTR", "HKT");
        assertThat(as(Person.OLGA).get("/money?day=2026-04-09").asString())
                .contains("operator-MTR-WEIXIN_PAY-count")
                .doesNotContain("operator-HKT", "taps-KMB");
        assertThat(as(Person.OLGA).get("/line?day=2026-04-09").asString())
                .contains("silent-gates")
                .doesNotContain("taps-KMB", "newest-fare", "stage-");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(as(Person.ADA).get("/v1/line").<List<?>>path("stages"))
                        .hasSize(5));
        assertThat(as(Person.OLGA).get("/v1/line").<List<?>>path("stages")).isEmpty();
        assertThat(as(Person.OLGA).get("/v1/line").<String>path("oldestUnsettled.operatorId"))
                .isEqualTo("MTR");
    }

    @Test
    void anOperatorIsRefusedWhatIsNotItsOwn() {
        for (ReportKind kind : ReportKind.values()) {
            String reason = kind.isByOperator() ? "NOT_YOUR_OPERATOR" : "ALL_OPERATORS";
            String screen = "/reports?report=" + kind.title() + RANGE.replace('?', '&');
            // Whether there is such an operator is not told either.
            for (String operator : List.of("HKT", "NOBODY", "x' or 1=1 --")) {
                refused(
                        as(Person.OLGA)
                                .queryParam("operator", operator)
                                .get("/v1/reports/" + kind.title() + ".csv" + RANGE),
                        reason);
                refused(as(Person.OLGA).queryParam("operator", operator).get(screen), reason);
            }
        }
        refused(as(Person.OLGA).get("/v1/reports/subsidies.csv" + RANGE), "ALL_OPERATORS");
        as(Person.OLGA)
                .get("/v1/reports/operators.csv" + RANGE + "&operator=MTR")
                .then()
                .statusCode(200);
        as(Person.FIONA)
                .get("/v1/reports/operators.csv" + RANGE + "&operator=HKT")
                .then()
                .statusCode(200);
        as(Person.FIONA).get("/v1/reports/subsidies.csv" + RANGE).then().statusCode(200);
    }

    @Test
    void probesAndStaticFilesAskForNothing() {
        for (String path : List.of("/q/health/live", "/q/metrics", "/q/openapi", "/console.css", "/baytap.svg")) {
            get(path).then().statusCode(200);
        }
    }

    private static void refused(Response response, String reason) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.<String>path("reason")).isEqualTo(reason);
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(RolesProfile.Provider.get().token(person));
    }

    private static Response call(String path, Entry entry, RequestSpecification request) {
        String method = path.substring(0, path.indexOf(' '));
        return request.redirects().follow(false).request(method, entry.called());
    }
}
