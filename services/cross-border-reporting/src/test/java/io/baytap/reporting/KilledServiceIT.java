package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged service as a process of its own, killed while it works. */
class KilledServiceIT {

    private static final String DATABASE = "reporting";
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Path LOG = Path.of("target/killed-service.log").toAbsolutePath();
    private static final int JOURNEYS = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 4, 9));

    @Test
    void aKillInMidStreamLosesAndDoublesNothing() throws IOException, SQLException {
        try (EmbeddedStack stack = EmbeddedStack.start(EnumSet.allOf(Part.class));
                Line line = openLine(stack)) {
            int port = freePort();
            line.send(Topics.SETTLEMENTS_POSTED, DAY.fares(0, JOURNEYS));
            line.send(
                    Topics.TAPS_ACCEPTED,
                    IntStream.range(0, 200)
                            .mapToObj(n -> DAY.tap("g" + n % 7, n, "MTR", DAY.at(8, n % 60), false))
                            .toList());
            line.send(Topics.FARES_ASSESSED, DAY.assessed("j1:0", "tap:g1:1", "tap:g1:8"));
            line.send(Topics.CHARGES_SETTLED, DAY.settled("j1:0", "MTR", WalletScheme.WEIXIN_PAY, 1_050, "CNY"));
            line.sendRaw(
                    Topics.SETTLEMENTS_POSTED,
                    "poison".getBytes(StandardCharsets.UTF_8),
                    "no Avro at all".getBytes(StandardCharsets.UTF_8));

            Child first = start(stack, "first", port);
            await().atMost(LIMIT).pollInterval(20, TimeUnit.MILLISECONDS).until(() -> journeys(port) > 0);
            first.kill();
            assertThat(counted(stack)).as("journeys at the kill").isBetween(1, JOURNEYS - 1);
            Child second = start(stack, "second", port);

            await().atMost(LIMIT).until(() -> journeys(port) >= JOURNEYS);
            await().atMost(LIMIT)
                    .until(() -> !line.deadLetters(Topics.SETTLEMENTS_POSTED).isEmpty());
            var day = RestAssured.get(url(port)).jsonPath();
            assertThat(day.getInt("journeys")).isEqualTo(JOURNEYS);
            assertThat(day.getLong("hkdMinor")).isEqualTo(JOURNEYS * 1_050L);
            assertThat(day.getLong("cnyMinor")).isEqualTo(JOURNEYS * 970L);
            assertThat(line.deadLetters(Topics.SETTLEMENTS_POSTED)).hasSize(1);
            for (String path : List.of("/q/health/ready", "/q/metrics", "/q/openapi", "/")) {
                RestAssured.get("http://127.0.0.1:" + port + path).then().statusCode(200);
            }
            // The one that was assessed, posted and answered is not on its way any more.
            await().atMost(LIMIT).until(() -> read(stack, "select count(*) from fare_in_flight") == JOURNEYS - 1);
            await().atMost(LIMIT).until(() -> taps(port) == 200);
            int live = live(stack);
            List<byte[]> before = reports(port);
            handIn(stack);
            Command again = command(stack, "rebuild", port, "rebuild");
            assertThat(stack.warden().start(again).awaitExit(LIMIT))
                    .as("refused while the service runs")
                    .isEqualTo(2);
            assertThat(second.stop(Duration.ofSeconds(10)))
                    .as("stops by itself, in time")
                    .isTrue();

            // Whoever stopped is a member until it has said goodbye.
            await().atMost(LIMIT).until(() -> stack.warden().start(again).awaitExit(LIMIT) == 0);
            assertThat(counted(stack)).isZero();
            assertThat(read(stack, "select count(*) from report_handed_in"))
                    .as("what people said is no read model")
                    .isEqualTo(1);
            start(stack, "third", port);
            await().atMost(LIMIT).until(() -> journeys(port) >= JOURNEYS);
            await().atMost(LIMIT).until(() -> taps(port) == 200);
            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(live(stack)).as("the same rows").isEqualTo(live));
            assertThat(reports(port)).as("the same bytes").containsExactlyElementsOf(before);
        }
    }

    private static List<byte[]> reports(int port) {
        return Stream.of("cross-border-records.csv", "incomplete-journeys.xlsx", "operators.json", "exchange.sdmx.csv")
                .map(name -> RestAssured.get("http://127.0.0.1:" + port + "/v1/reports/" + name + "?from=" + DAY.day()
                                + "&to=" + DAY.day())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .toList();
    }

    private static Line openLine(EmbeddedStack stack) {
        stack.setUpTopics();
        stack.createDatabase(DATABASE);
        return new Line(stack);
    }

    private static Child start(EmbeddedStack stack, String name, int port) {
        return stack.warden().start(command(stack, name, port));
    }

    private static Command command(EmbeddedStack stack, String name, int port, String... arguments) {
        return Command.of(
                name,
                Stream.concat(
                                Stream.of(
                                        Command.java(),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Dreporting.access=open",
                                        "-Dreporting.open-access-allowed=true",
                                        "-jar",
                                        JAR.toString()),
                                Stream.of(arguments))
                        .toList(),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                        "APICURIO_REGISTRY_URL", stack.registryUrl(),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_DATASOURCE_USERNAME", stack.username(),
                        "QUARKUS_DATASOURCE_PASSWORD", stack.password(),
                        "QUARKUS_DATASOURCE_REACTIVE_URL", stack.reactiveUrl(DATABASE),
                        "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(DATABASE),
                        // Small polls, so that the kill falls between two of many.
                        "MP_MESSAGING_INCOMING_LINE_MAX_POLL_RECORDS", "100"),
                LOG);
    }

    private static void handIn(EmbeddedStack stack) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(stack.jdbcUrl(DATABASE), stack.username(), stack.password())) {
            connection
                    .createStatement()
                    .execute(
                            "insert into report_handed_in values ('statement', '2026-03', '2026-04-01', now(), 'anna')");
        }
    }

    private static int counted(EmbeddedStack stack) throws SQLException {
        return read(stack, "select sum(journeys) from fares_by_day");
    }

    private static int read(EmbeddedStack stack, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(DATABASE), stack.username(), stack.password());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A digest of what says how the line is doing. */
    private static int live(EmbeddedStack stack) throws SQLException {
        return read(stack, """
                select hashtext(string_agg(t, '|' order by t)) from (
                  select cast(g as text) from gate_day g union all select cast(f as text) from fare_in_flight f) as all_rows(t)""");
    }

    private static int journeys(int port) {
        return figure(port, "journeys");
    }

    private static int taps(int port) {
        return figure(port, "taps.accepted");
    }

    private static int figure(int port, String path) {
        try {
            return RestAssured.get(url(port)).jsonPath().getInt(path);
        } catch (Exception e) {
            return 0; // not up yet
        }
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/v1/days/" + DAY.day();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
