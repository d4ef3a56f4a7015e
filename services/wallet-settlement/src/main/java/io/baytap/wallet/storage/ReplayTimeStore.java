package io.baytap.wallet.storage;

import io.baytap.wallet.domain.ReplayTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The time of a replayed day in PostgreSQL. */
@ApplicationScoped
class ReplayTimeStore implements ReplayTime {

    private static final String ADVANCE = """
            insert into replay_time (reached) values (:time)
            on conflict (only_row) do update set reached = greatest(replay_time.reached, excluded.reached)""";

    private final Database database;

    ReplayTimeStore(Database database) {
        this.database = database;
    }

    @Override
    public void advanceTo(Instant time) {
        database.change(transaction -> transaction.run(ADVANCE, Map.of("time", time.atOffset(ZoneOffset.UTC))));
    }

    @Override
    public Optional<Instant> reached() {
        return database.transaction(
                transaction -> transaction.rows("select reached from replay_time", Map.of()).stream()
                        .map(row -> Columns.instant(row[0]))
                        .findFirst());
    }
}
