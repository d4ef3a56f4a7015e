package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The role that LEDGER.md describes can do its work and cannot change a fact, triggers or not. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class GrantsIT {

    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private static final String BOOK_A_JOURNAL = """
            insert into seal (book, number, previous, leaves, hash, journal_count, posting_count)
              select number, seals + 1, head, l, sha256(head || int2send(number) || int8send(seals + 1) || l), 1, 2
              from book, sha256('any') as l where number = 62;
            insert into journal (id, kind, occurred_at, posting_count, book, seal, place)
              select 'granted', 'FARE', now(), 2, number, seals, 1 from book where number = 62;
            insert into posting (book, seal, place, line, account, currency, amount_minor)
              select number, seals, 1, line, account, 'HKD', amount
              from book, (values (1, 'fx-position', 5), (2, 'fx-spread', -5)) as n(line, account, amount) where number = 62;
            set constraints all immediate""";

    @Inject
    DataSource database;

    @Test
    void theRoleBooksJournals() throws Exception {
        asRole(BOOK_A_JOURNAL);
    }

    @Test
    void theRoleChangesNoFactAndSwitchesNoTriggerOff() {
        for (String table : List.of(
                "journal",
                "posting",
                "seal",
                "booked_fare",
                "fx_deal",
                "batch",
                "proposal",
                "proposal_decision",
                "audit")) {
            for (String change : List.of("delete from %s", "truncate %s", "alter table %s disable trigger all")) {
                assertThatThrownBy(() -> asRole(change.formatted(table)))
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
        assertThatThrownBy(() -> asRole("update posting set amount_minor = amount_minor + 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asRole("set session_replication_role = replica"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theRoleHasRightsToEveryTableOfTheService() throws Exception {
        String granted = grants();

        try (Connection connection = database.getConnection();
                var tables = connection.createStatement().executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_name <> 'flyway_schema_history'""")) {
            while (tables.next()) {
                assertThat(granted).containsPattern("\\b" + tables.getString(1) + "\\b");
            }
        }
    }

    /** Runs statements as the role; everything is taken back. */
    private void asRole(String sql) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("create role baytap_wallet");
                statement.execute(grants());
                statement.execute("set local session authorization baytap_wallet");
                statement.execute(sql);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String grants() throws IOException {
        String sql = SQL.matcher(Files.readString(Path.of("LEDGER.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
        assertThat(sql).contains("grant select, insert on journal");
        return sql;
    }
}
