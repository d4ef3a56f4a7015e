package io.baytap.reporting.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A partition of fare_record for each day, made when its first fare comes. */
final class DayPartitions {

    /** Two replicas must not make the same one. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('fare_record'))";

    private final Pool pool;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    DayPartitions(Pool pool) {
        this.pool = pool;
    }

    /** In a transaction of its own, and a short one: it stops those who read the table. */
    Uni<Void> prepare(Set<LocalDate> days) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (LocalDate day : days) {
            if (!made.contains(day)) {
                done = done.chain(() -> make(day)).invoke(() -> made.add(day));
            }
        }
        return done;
    }

    private Uni<Void> make(LocalDate day) {
        String partition =
                "create table if not exists fare_record_%s partition of fare_record for values from ('%s') to ('%s')"
                        .formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), day, day.plusDays(1));
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.query(partition).execute())
                .replaceWithVoid());
    }
}
