package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import de.siegmar.fastcsv.reader.CsvReader;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.opendata.OpenData;
import io.baytap.reporting.domain.opendata.PeriodLength;
import io.baytap.reporting.domain.opendata.Publication;
import io.baytap.reporting.domain.opendata.PublicationPeriod;
import io.baytap.reporting.domain.opendata.PublicationRules;
import io.baytap.reporting.messaging.GroupProgress;
import io.baytap.reporting.rebuild.RebuildCommand;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Each test has months of its own, which no clock has reached, so that nothing is published before it says so. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class OpenDataIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofDays(3);
    private static final String OD = "/v1/open-data/journeys-by-origin-destination";
    private static final String HOURS = "/v1/open-data/journeys-by-hour";

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenData openData;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenDataWatch watch;

    @Test
    void repeatedReorderedAndCorrectedEventsBecomeOneTableWithoutSmallCounts() throws SQLException {
        TravelDay day = new TravelDay(LocalDate.of(2090, 1, 10));
        var healed = new TravelledJourney(day, "healed", 8);
        var cancelled = new TravelledJourney(day, "cancelled", 8);
        List<FareAssessed> fares = new ArrayList<>(busy(day));
        fares.addAll(TravelledJourney.several(day, 8, "A", "C", 2));
        fares.add(healed.fare(2, "A", "C"));
        fares.add(healed.fare(0, "A", null));
        fares.add(healed.fare(1, "A", "B"));
        fares.add(cancelled.fare(0, "A", "C"));
        fares.add(cancelled.withdrawn(1));
        fares.add(cancelled.fare(0, "A", "C"));
        send(day, fares);
        send(day, busy(day).reversed());

        assertThat(publish(PeriodLength.DAY, day.day())).containsExactly("2090-01-10");

        assertThat(body(OD + ".csv?day=2090-01-10")).isEqualTo("""
                period,operator_id,city,origin,destination,journeys,conf_status
                2090-01-10,MTR,hong-kong,A,B,,C
                2090-01-10,MTR,hong-kong,A,C,,C
                2090-01-10,MTR,hong-kong,A,_T,15,F
                2090-01-10,MTR,hong-kong,D,B,,C
                2090-01-10,MTR,hong-kong,D,C,,C
                2090-01-10,MTR,hong-kong,D,_T,90,F
                2090-01-10,MTR,hong-kong,_T,B,52,F
                2090-01-10,MTR,hong-kong,_T,C,53,F
                2090-01-10,MTR,hong-kong,_T,_T,105,F
                """.replace("\n", "\r\n"));
        assertThat(body(HOURS + ".csv?day=2090-01-10")).isEqualTo("""
                period,operator_id,city,hour,journeys,conf_status
                2090-01-10,MTR,hong-kong,08,15,F
                2090-01-10,MTR,hong-kong,09,40,F
                2090-01-10,MTR,hong-kong,18,50,F
                2090-01-10,MTR,hong-kong,_T,105,F
                """.replace("\n", "\r\n"));
        JsonPath json = get(OD + ".json?day=2090-01-10").jsonPath();
        assertThat(json.getString("period")).isEqualTo("2090-01-10");
        assertThat(json.getInt("threshold")).isEqualTo(10);
        assertThat(json.getList("rows.journeys", Integer.class))
                .containsExactly(null, null, 15, null, null, 90, 52, 53, 105);
        assertThat(json.getList("rows.conf_status")).containsExactly("C", "C", "F", "C", "C", "F", "F", "F", "F");
        assertThat(sql("select count(*) from open_data_cell where journeys < 10"))
                .isZero();
        assertThat(sql("select count(*) from assessed_journey t where t::text like '%" + TravelDay.RIDER + "%'"))
                .isZero();
    }

    @Test
    void whatComesAfterPublicationChangesNoByteAndARebuildNeither() throws Exception {
        TravelDay day = new TravelDay(LocalDate.of(2090, 4, 10));
        send(day, busy(day));
        send(day, TravelledJourney.several(day, 8, "A", "C", 3));
        assertThat(publish(PeriodLength.DAY, day.day())).containsExactly("2090-04-10");
        List<String> before = answers("day=2090-04-10");

        send(day, TravelledJourney.several(day, 7, "A", "C", 20));
        assertThat(publish(PeriodLength.DAY, day.day())).isEmpty();
        assertThat(answers("day=2090-04-10")).isEqualTo(before);

        assertThat(rebuild()).isZero();
        assertThat(sql("select count(*) from assessed_journey where day = '2090-04-10'"))
                .isZero();
        send(day, TravelledJourney.several(day, 8, "A", "B", 30));
        assertThat(publish(PeriodLength.DAY, day.day())).isEmpty();
        assertThat(answers("day=2090-04-10")).isEqualTo(before);
    }

    @Test
    void aDayIsPublishedAloneOrInItsMonthAndNeverBoth() throws SQLException {
        TravelDay first = new TravelDay(LocalDate.of(2090, 7, 10));
        TravelDay second = new TravelDay(LocalDate.of(2090, 7, 11));
        TravelDay august = new TravelDay(LocalDate.of(2090, 8, 31));
        for (TravelDay day : List.of(first, second, august)) {
            send(day, busy(day));
        }

        assertThat(publish(PeriodLength.DAY, first.day())).containsExactly("2090-07-10");
        assertThat(publish(PeriodLength.MONTH, august.day())).containsExactly("2090-08");
        assertThat(publish(PeriodLength.MONTH, LocalDate.of(2090, 7, 31))).isEmpty();
        assertThat(publish(PeriodLength.DAY, august.day())).isEmpty();

        assertThat(body(HOURS + ".csv?month=2090-08")).contains("2090-08,MTR,hong-kong,_T,102,F\r\n");
        get(HOURS + ".csv?month=2090-07").then().statusCode(404).body("reason", equalTo("NOT_PUBLISHED"));
        get(HOURS + ".csv?day=2090-08-31").then().statusCode(404).body("reason", equalTo("NOT_PUBLISHED"));
        JsonPath listed = get("/v1/open-data").jsonPath();
        assertThat(listed.getList("published.period")).contains("2090-07-10", "2090-08");
        assertThat(listed.getString("licence")).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(listed.getList("tables.table"))
                .containsExactly("journeys-by-origin-destination", "journeys-by-hour");
        assertThat(listed.getList("tables[1].columns"))
                .containsExactly("period", "operator_id", "city", "hour", "journeys", "conf_status");
    }

    @Test
    void ofSeveralReplicasOnePublishes() throws SQLException {
        TravelDay day = new TravelDay(LocalDate.of(2090, 11, 10));
        send(day, busy(day));
        PublicationPeriod period = PublicationPeriod.of(day.day());

        List<CompletableFuture<Boolean>> tries = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> openData.publish(period, 10, Instant.parse("2091-01-01T00:00:00Z"))))
                .toList();

        assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(sql(
                        "select count(*) from open_data_cell where period = '2090-11-10' and hour = '_T' and origin = '_T'"
                                + " and destination = '_T'"))
                .isOne();
    }

    /** By the service's own clock and the group's own progress. */
    @Test
    void whatHasSettledIsPublishedByTheServiceOnceItHasBeenCounted() throws SQLException {
        TravelDay day = new TravelDay(BusinessDay.of(Instant.now()).minusDays(5));
        send(day, busy(day));

        await().atMost(LIMIT).untilAsserted(() -> {
            watch.look();
            get(HOURS + ".json?day=" + day.day()).then().statusCode(200);
        });

        assertThat(body(HOURS + ".csv?day=" + day.day())).contains("_T,102,F");
        assertThat(get(HOURS + ".csv?day=" + day.day()).header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void nothingIsCountedAsOfAMomentUntilTheGroupHasReadWhatWasThereThen() throws SQLException {
        TravelDay day = new TravelDay(LocalDate.of(2091, 2, 10));
        send(day, busy(day));
        Map<String, Object> broker =
                Map.of("bootstrap.servers", ReportingStack.stack().bootstrapServers());
        Instant first = Instant.parse("2091-02-11T00:00:00Z");
        var behind = new GroupProgress(broker, "reads-nothing", Topics.FARES_ASSESSED.name());
        var reading = new GroupProgress(broker, "cross-border-reporting", Topics.FARES_ASSESSED.name());

        assertThat(behind.countedAsOf(first)).isEmpty();
        assertThat(behind.countedAsOf(first.plusSeconds(1))).isEmpty();
        assertThat(reading.countedAsOf(first)).isEmpty();
        await().atMost(LIMIT).until(() -> reading.countedAsOf(first.plusSeconds(1)), Optional.of(first)::equals);
    }

    /** A→B 12 at eight, D→B 40 at nine, D→C 50 at six in the evening. */
    private static List<FareAssessed> busy(TravelDay day) {
        List<FareAssessed> fares = new ArrayList<>(TravelledJourney.several(day, 8, "A", "B", 12));
        fares.addAll(TravelledJourney.several(day, 9, "D", "B", 40));
        fares.addAll(TravelledJourney.several(day, 18, "D", "C", 50));
        return fares;
    }

    /** Returns when all of them are counted: one rider's events are read in the order in which they are sent. */
    private static void send(TravelDay day, List<FareAssessed> fares) throws SQLException {
        String last = "last-" + System.nanoTime();
        var journey = new TravelledJourney(day, last, 12);
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.FARES_ASSESSED, fares);
            line.send(Topics.FARES_ASSESSED, journey.withdrawn(0));
        }
        String hash = EventKey.of("journey:tap:" + last + ":" + day.day(), day.at(12, 30))
                .hash()
                .toString();
        await().atMost(LIMIT)
                .until(() -> sql("select count(*) from assessed_journey where journey = '" + hash + "'") == 1);
    }

    /** What is published when that day has just settled, if all has been counted. */
    private List<String> publish(PeriodLength by, LocalDate settled) {
        var rules = new PublicationRules(10, SETTLE, by);
        Instant now =
                settled.plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant().plus(SETTLE);
        return new Publication(openData, Optional::of, rules)
                .publishDue(now).stream().map(PublicationPeriod::title).toList();
    }

    private static List<String> answers(String period) {
        return List.of(
                body(OD + ".csv?" + period),
                body(OD + ".json?" + period),
                body(HOURS + ".csv?" + period),
                body(HOURS + ".json?" + period));
    }

    /** Of what is asked for; if it has counts, none of them is small. */
    private static String body(String path) {
        String body = get(path).then().statusCode(200).extract().asString();
        if (path.contains(".csv")) {
            CsvReader.builder().ofNamedCsvRecord(body).stream().forEach(row -> {
                String journeys = row.getField("journeys");
                assertThat(row.getField("conf_status")).isEqualTo(journeys.isEmpty() ? "C" : "F");
                assertThat(journeys.isEmpty() ? 10 : Long.parseLong(journeys)).isGreaterThanOrEqualTo(10);
            });
        }
        return body;
    }

    /** For a group without members: the service goes on with its own. */
    private static int rebuild() throws ExecutionException, InterruptedException {
        var stack = ReportingStack.stack();
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            var start = Map.of(new TopicPartition(Topics.FARES_ASSESSED.name(), 0), new OffsetAndMetadata(0));
            kafka.alterConsumerGroupOffsets("without-members", start).all().get();
        }
        var config = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of(
                        "kafka.bootstrap.servers", stack.bootstrapServers(),
                        "mp.messaging.incoming.line.group.id", "without-members",
                        "mp.messaging.incoming.line.topics", Topics.FARES_ASSESSED.name(),
                        "quarkus.datasource.jdbc.url", stack.jdbcUrl(ReportingStack.DATABASE),
                        "quarkus.datasource.username", stack.username(),
                        "quarkus.datasource.password", stack.password()))
                .build();
        return RebuildCommand.run(config, false, System.out);
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
