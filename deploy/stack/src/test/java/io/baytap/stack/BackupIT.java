package io.baytap.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A base backup and the archive bring back what was committed. */
class BackupIT {

    private static final String DATABASE = "ledger";
    private static final Duration ARCHIVED_MAX = Duration.ofSeconds(30);

    @Test
    void aLostDatabaseComesBackToTheEndOfTheArchiveAndToAnEarlierTime() throws SQLException {
        try (EmbeddedStack stack = EmbeddedStack.startArchived(Set.of(Part.POSTGRES))) {
            stack.createDatabase(DATABASE);
            write(stack, "create table entry (name text)");
            write(stack, "insert into entry values ('before')");
            Path base = stack.backUpDatabases();
            write(stack, "insert into entry values ('after')");
            Instant time = now(stack);
            write(stack, "insert into entry values ('late')");
            awaitArchived(stack);

            stack.loseDatabases();
            stack.restoreDatabases(base, null);
            List<String> all = texts(stack, "select name from entry");
            stack.loseDatabases();
            stack.restoreDatabases(base, time);
            List<String> earlier = texts(stack, "select name from entry");

            assertThat(all).containsExactly("before", "after", "late");
            assertThat(earlier).containsExactly("before", "after");
        }
    }

    private static void awaitArchived(EmbeddedStack stack) throws SQLException {
        String last =
                texts(stack, "select pg_walfile_name(pg_current_wal_lsn())").getFirst();
        await().atMost(ARCHIVED_MAX)
                .until(() -> texts(stack, "select coalesce(last_archived_wal, '') from pg_stat_archiver")
                                .getFirst()
                                .compareTo(last)
                        >= 0);
    }

    private static Instant now(EmbeddedStack stack) throws SQLException {
        try (Connection connection = connect(stack);
                ResultSet row = connection.createStatement().executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void write(EmbeddedStack stack, String sql) throws SQLException {
        try (Connection connection = connect(stack);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(EmbeddedStack stack, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(stack);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Connection connect(EmbeddedStack stack) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(DATABASE), stack.username(), stack.password());
    }
}
