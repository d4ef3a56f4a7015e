package io.baytap.reporting.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.baytap.reporting.ReportingStack;
import io.baytap.reporting.domain.EventKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys of before stand in the way of an event that comes again only if the migration makes the keys that the service makes. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class EventsInOrderIT {

    private static final Instant AT = Instant.parse("2026-04-09T04:00:00.999999Z");

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    AgroalDataSource database;

    @Test
    void theMigrationAndTheServiceMakeTheSameKeys() throws Exception {
        EventKey before = EventKey.of("posting:conversion:fare:j:0", AT);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // It hides the table of that name.
            statement.execute("create temporary table line_event (event uuid, at timestamptz, topic text)");
            statement.execute(
                    "insert into line_event values ('%s', '%s', 'settlements.posted.v1')".formatted(before.hash(), AT));
            statement.execute(migration());
            try (var row = statement.executeQuery("table line_event")) {
                row.next();
                assertThat(row.getObject(1, UUID.class))
                        .isEqualTo(before.inOrder(AT).hash());
            } finally {
                statement.execute("drop table pg_temp.line_event");
            }
        }
    }

    @Test
    void aKeyBeginsWithItsSecond() {
        assertThat(EventKey.of("posting:conversion:fare:j:0", AT).inOrder(AT).hash())
                .hasToString("69d72440-2a8c-25e1-a2e5-644f8c852079");
    }

    private static String migration() throws Exception {
        try (var file = EventsInOrderIT.class.getResourceAsStream("/db/migration/V16__events_in_order.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
