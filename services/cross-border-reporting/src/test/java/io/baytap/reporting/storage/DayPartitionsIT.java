package io.baytap.reporting.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.reporting.ReportingStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class DayPartitionsIT {

    /** Later than any other test's. */
    private static final LocalDate CLOSED = LocalDate.of(2090, 1, 10);

    /** Longer than whoever drops may wait. */
    private static final Duration READ_MAX = Duration.ofSeconds(30);

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Pool pool;

    @BeforeEach
    void table() {
        run("drop table if exists some_event");
        run("create table some_event (day date not null) partition by range (day)");
    }

    @Test
    void daysWhoseTimeIsOverAreDroppedWhenTheNextBeginsAndALateOneIsTakenAllTheSame() {
        var partitions = new DayPartitions(pool, "some_event", 2);
        prepare(partitions, CLOSED.minusDays(3), CLOSED.minusDays(2), CLOSED);
        run("""
                insert into batches (day, operator_id, currency, batch_id, fares, amount_minor, closed_at)
                values ('%s', 'P', 'HKD', 'P', 0, 0, now()) on conflict do nothing""".formatted(CLOSED));

        prepare(partitions, CLOSED.plusDays(1));
        assertThat(days()).containsExactly("20900108", "20900110", "20900111");

        prepare(partitions, CLOSED.minusDays(3));
        run("insert into some_event values ('%s')".formatted(CLOSED.minusDays(3)));
        assertThat(days()).containsExactly("20900107", "20900108", "20900110", "20900111");

        run("delete from batches where operator_id = 'P'");
    }

    /** A file of records may take as long as whoever takes it. */
    @Test
    void whoeverReadsTheTableStopsNoNewDayAndKeepsAnOldOneUntilTheNext() {
        var partitions = new DayPartitions(pool, "some_event", 2);
        prepare(partitions, CLOSED.minusDays(3), CLOSED);
        run("""
                insert into batches (day, operator_id, currency, batch_id, fares, amount_minor, closed_at)
                values ('%s', 'P', 'HKD', 'P', 0, 0, now()) on conflict do nothing""".formatted(CLOSED));

        pool.withTransaction(reader -> reader.query("select count(*) from some_event")
                        .execute()
                        .chain(() -> partitions.prepare(Set.of(CLOSED.plusDays(1)))))
                .await()
                .atMost(READ_MAX);
        assertThat(days()).containsExactly("20900107", "20900110", "20900111");

        prepare(partitions, CLOSED.plusDays(2));
        assertThat(days()).containsExactly("20900110", "20900111", "20900112");

        run("delete from batches where operator_id = 'P'");
    }

    @Test
    void nothingIsDroppedWhereAllIsKept() {
        var partitions = new DayPartitions(pool, "some_event", DayPartitions.ALL);
        prepare(partitions, LocalDate.of(2001, 1, 1));
        prepare(partitions, CLOSED);

        assertThat(days()).containsExactly("20010101", "20900110");
    }

    private static void prepare(DayPartitions partitions, LocalDate... days) {
        partitions.prepare(Set.of(days)).await().indefinitely();
    }

    private List<String> days() {
        List<String> days = new ArrayList<>();
        pool.query("select relname from pg_inherits join pg_class on pg_class.oid = inhrelid "
                        + "where inhparent = 'some_event'::regclass order by 1")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> days.add(row.getString(0).substring("some_event_".length())));
        return days;
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
