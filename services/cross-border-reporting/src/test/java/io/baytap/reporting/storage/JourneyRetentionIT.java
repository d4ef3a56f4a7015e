package io.baytap.reporting.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.baytap.reporting.ReportingStack;
import io.baytap.reporting.domain.BatchLine;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.LineEvent;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.JourneyAssessed;
import io.baytap.reporting.domain.Tally;
import io.baytap.reporting.domain.Trip;
import io.baytap.reporting.domain.trace.TraceDays;
import io.baytap.schemas.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a schema of its own, for other tests' days are closed in any order. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class JourneyRetentionIT {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final String SCHEMA = "retention";

    /** As long as a publication may need a journey: 93 days. */
    private static final LocalDate LAST_CLOSED = DAY.plusDays(93);

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    AgroalDataSource database;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    @SuppressWarnings("NullAway.Init") // injected
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    @SuppressWarnings("NullAway.Init") // injected
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    @SuppressWarnings("NullAway.Init") // injected
    String password;

    @SuppressWarnings("NullAway.Init") // before each
    private Pool pool;

    @BeforeEach
    void schema() throws SQLException {
        sql("drop schema if exists retention cascade");
        PgConnectOptions options = PgConnectOptions.fromUri(url)
                .setUser(username)
                .setPassword(password)
                .addProperty("search_path", SCHEMA);
        pool = Pool.pool(vertx, options, new PoolOptions().setMaxSize(2));
    }

    @AfterEach
    void close() throws SQLException {
        pool.closeAndAwait();
        sql("drop schema retention cascade");
    }

    @Test
    void aJourneyIsKeptAsLongAsItMayBePublishedAndGoesWithItsDayAfterThat() throws SQLException {
        migrate("latest");
        Tally tally = new PostgresTally(pool, new TraceDays(31));
        count(tally, journey(DAY, 0, trip("A")), journey(DAY.plusDays(1), 0, trip("A")));

        count(tally, closed(LAST_CLOSED), journey(LAST_CLOSED, 0, trip("A")));
        count(tally, journey(LAST_CLOSED.plusDays(1), 0, trip("A")));
        assertThat(days()).containsExactly("2026-01-10", "2026-01-11", "2026-04-13", "2026-04-14");

        count(tally, closed(LAST_CLOSED.plusDays(1)));
        count(tally, journey(LAST_CLOSED.plusDays(2), 0, trip("A")));
        assertThat(days()).containsExactly("2026-01-11", "2026-04-13", "2026-04-14", "2026-04-15");
    }

    @Test
    void eventsThatAreKeptLongerKeepTheirJourneys() throws SQLException {
        migrate("latest");
        Tally tally = new PostgresTally(pool, new TraceDays(200));
        count(tally, journey(DAY, 0, trip("A")), closed(DAY.plusDays(200)));

        count(tally, journey(DAY.plusDays(201), 0, trip("A")));

        assertThat(days()).containsExactly("2026-01-10", "2026-07-30");
    }

    /** As from topics that reach further back than the journeys: a rebuild ends with the same ones. */
    @Test
    void countedAnewFromTheStartTheSameJourneysAreKept() throws SQLException {
        migrate("latest");
        Tally tally = new PostgresTally(pool, new TraceDays(31));
        List<LineEvent> line = List.of(
                journey(DAY, 0, trip("A")),
                journey(DAY, 1, null),
                journey(DAY.plusDays(90), 0, trip("B")),
                closed(DAY.plusDays(120)),
                journey(DAY.plusDays(121), 0, trip("C")),
                journey(DAY, 2, trip("late")),
                closed(DAY.plusDays(121)),
                journey(DAY.plusDays(122), 0, trip("D")));
        line.forEach(event -> count(tally, event));
        List<String> before = days();

        sql("truncate retention.assessed_journey, retention.line_event, retention.batches");
        line.forEach(event -> count(tally, event));
        count(tally, journey(DAY.plusDays(123), 0, trip("E")));

        assertThat(before).containsExactly("2026-04-10", "2026-05-11", "2026-05-12");
        assertThat(days()).containsExactly("2026-04-10", "2026-05-11", "2026-05-12", "2026-05-13");
    }

    @Test
    void journeysFromBeforeThereWerePartitionsAreTakenAlongIfTheyMayBePublished() throws SQLException {
        migrate("12");
        sql("""
                insert into retention.batches (day, operator_id, currency, batch_id, fares, amount_minor, closed_at)
                values ('2026-04-14', 'MTR', 'HKD', 'b', 0, 0, now())""");
        for (String day : List.of("2026-01-10", "2026-01-11", "2026-04-14")) {
            sql(
                    "insert into retention.assessed_journey values ('%s', gen_random_uuid(), 3, '%s', 8, 'MTR', 'hong-kong', 'A', 'B')"
                            .formatted(day, day));
        }

        migrate("latest");

        assertThat(days()).containsExactly("2026-01-11", "2026-04-14");
        count(new PostgresTally(pool, new TraceDays(31)), journey(DAY.plusDays(1), 0, trip("A")));
        assertThat(days()).containsExactly("2026-01-11", "2026-01-11", "2026-04-14");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema(SCHEMA)
                .target(target)
                .load()
                .migrate();
    }

    private static void count(Tally tally, LineEvent... events) {
        tally.count(List.of(events)).await().indefinitely();
    }

    private static Trip trip(String origin) {
        return new Trip(DAY, 8, "MTR", "hong-kong", origin, "Z");
    }

    private static LineEvent journey(LocalDate day, int revision, @Nullable Trip trip) {
        Instant at = day.atTime(9, 30).atZone(BusinessDay.ZONE).toInstant();
        Trip of =
                trip == null ? null : new Trip(day, trip.hour(), "MTR", "hong-kong", trip.origin(), trip.destination());
        return event("fare:" + day + ":" + revision, at, new JourneyAssessed(EventKey.of("j" + day, at), revision, of));
    }

    private static LineEvent closed(LocalDate day) {
        Instant at = day.plusDays(1).atTime(4, 0).atZone(BusinessDay.ZONE).toInstant();
        Money none = Money.of(0, "HKD");
        return event(
                "batch:" + day, at, new BatchClosed(new BatchLine(day, "MTR", "b" + day, 0, none, none, null, at)));
    }

    private static LineEvent event(String id, Instant at, Observation observation) {
        return new LineEvent(EventKey.of(id, at), at, "t", Set.of(id), new byte[0], List.of(observation));
    }

    /** Those of the journeys that are kept. */
    private List<String> days() throws SQLException {
        List<String> days = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select filed_day from retention.assessed_journey order by filed_day")) {
            while (row.next()) {
                days.add(row.getString(1));
            }
        }
        return days;
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
