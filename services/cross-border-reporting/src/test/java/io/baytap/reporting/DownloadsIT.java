package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who ask for large files, and take them slowly or not at all, while others work. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class DownloadsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final TravelDay DAY = new TravelDay(LocalDate.of(2023, 3, 3));
    private static final String RANGE = "?from=2023-03-03&to=2023-03-03";
    private static final String RECORDS = "/v1/reports/cross-border-records.csv" + RANGE;

    /** As reporting.reports-at-once-max has it. */
    private static final int AT_ONCE_MAX = 4;

    /** More than what lies on the way to somebody who takes nothing. */
    private static final int RECORDS_MANY = 150_000;

    private static final int MANY = 40;

    private final List<Socket> idle = new ArrayList<>();

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @BeforeEach
    void travel() throws SQLException {
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, DAY.fare("one", 0, FareKind.FARE, 1_050, 970));
        }
        Reported.awaitJourneys(DAY, 1);
        var stack = ReportingStack.stack();
        try (Connection connection = DriverManager.getConnection(
                stack.jdbcUrl(ReportingStack.DATABASE), stack.username(), stack.password())) {
            connection
                    .createStatement()
                    .execute(
                            "insert into fare_record select day, occurred_at, gen_random_uuid(), posting_id, journey_id,"
                                    + " kind, settlement_day, wallet_home, place, city, operator_id, wallet_scheme, 0, fare_currency, 0,"
                                    + " wallet_currency, 0, null, null, null, 0, null"
                                    + " from fare_record, generate_series(1, " + RECORDS_MANY
                                    + ") where day = '2023-03-03'"
                                    + " and (select count(*) from fare_record where day = '2023-03-03') = 1");
        }
    }

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : idle) {
            socket.close();
        }
    }

    @Test
    void filesThatNobodyTakesStopNoScreenNoReportAndNoNewDay() throws IOException {
        for (int n = 0; n < AT_ONCE_MAX; n++) {
            ask(RECORDS);
        }

        given().get(RECORDS)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("reason", equalTo("BUSY"));
        for (String path : List.of(
                "/v1/reports/operators.csv" + RANGE,
                "/v1/reports/operators.xlsx" + RANGE,
                "/reports?report=cross-border-records&from=2023-03-03&to=2023-03-03",
                "/v1/breaks",
                "/reconciliation",
                "/v1/open-data",
                "/v1/days/2023-03-03",
                "/money?day=2023-03-03",
                "/trace?id=nobody")) {
            given().get(path).then().statusCode(200);
        }
        TravelDay next = new TravelDay(LocalDate.of(2023, 3, 4));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, next.fare("next", 0, FareKind.FARE, 1_050, 970));
        }
        Reported.awaitJourneys(next, 1);

        leave();
        await().atMost(LIMIT)
                .untilAsserted(() -> given().get("/v1/reports/cross-border-records.csv?from=2023-03-04&to=2023-03-04")
                        .then()
                        .statusCode(200));
    }

    @Test
    void reportsThatManyAskForAtOnceAreAllGivenOrPutOff() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, MANY)
                    .mapToObj(_ -> client.sendAsync(
                            HttpRequest.newBuilder(URI.create(address + "v1/reports/operators.csv" + RANGE))
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();

            assertThat(asked.stream().map(CompletableFuture::join))
                    .allSatisfy(answer -> assertThat(
                                    answer.statusCode() == 200 ? answer.body() : answer.statusCode() + answer.body())
                            .containsAnyOf(
                                    "TOTAL,",
                                    "503{\"title\":\"Service Unavailable\",\"status\":503,\"reason\":\"BUSY\""))
                    .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        }
    }

    /** Returns when the file has begun. */
    private void ask(String path) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout((int) LIMIT.toMillis());
        idle.add(socket);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                        .getBytes(US_ASCII));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        assertThat(new String(status, US_ASCII)).isEqualTo("HTTP/1.1 200");
    }
}
