package io.baytap.reporting.storage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A partition of a table for each day, made when its first row comes. Where days are kept for a while only, the next
 * partition that is made drops those whose time is over, counted from the last day that closed: a past day can be replayed.
 * Neither waits for those who read the table, for a file of it may take long.
 */
final class DayPartitions {

    /** For ever. */
    static final int ALL = Integer.MAX_VALUE;

    /** Two replicas must not make the same one. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('partitions'))";

    /** Not by to_regclass: what that did not find once, it may not see later in the same transaction. */
    private static final String LACKING = """
            select day from unnest($1::date[]) as g(day)
            where not exists (select from pg_class where relname = $2 || '_' || to_char(day, 'YYYYMMDD') and relnamespace = current_schema()::regnamespace)
            order by day""";

    /** Whoever waits for a table stops those who come after. */
    private static final String BE_BRIEF = "set local lock_timeout = '500ms'";

    /** What PostgreSQL says to whoever was. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String OVER = """
            select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
            where inhparent = to_regclass($1) and relname < $1 || '_' || to_char((select max(day) from batches) - $2::int, 'YYYYMMDD')
            order by relname""";

    private final Pool pool;
    private final String table;
    private final int daysKept;

    DayPartitions(Pool pool, String table, int daysKept) {
        this.pool = pool;
        this.table = table;
        this.daysKept = daysKept;
    }

    /** In a transaction of its own, and a short one. */
    Uni<Void> prepare(Set<LocalDate> days) {
        return days.isEmpty()
                ? Uni.createFrom().voidItem()
                : lacking(pool, days)
                        .flatMap(lacking -> lacking.size() == 0
                                ? Uni.createFrom().voidItem()
                                : drop().chain(() -> pool.withTransaction(connection -> make(connection, days))));
    }

    private Uni<RowSet<Row>> lacking(SqlClient client, Set<LocalDate> days) {
        return client.preparedQuery(LACKING).execute(Tuple.of(days.toArray(LocalDate[]::new), table));
    }

    /** Those that nobody else has made meanwhile. A partition that is attached, not created, locks out no reader. */
    private Uni<Void> make(SqlConnection connection, Set<LocalDate> days) {
        return connection
                .query(LOCK)
                .execute()
                .chain(() -> lacking(connection, days))
                .flatMap(lacking -> {
                    List<String> statements = new ArrayList<>();
                    for (Row row : lacking) {
                        LocalDate day = row.getLocalDate(0);
                        String partition = table + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
                        statements.add("create table %s (like %s including all)".formatted(partition, table));
                        statements.add("alter table %s attach partition %s for values from ('%s') to ('%s')"
                                .formatted(table, partition, day, day.plusDays(1)));
                    }
                    return run(connection, statements);
                });
    }

    /** What somebody is reading is dropped another time. */
    private Uni<Void> drop() {
        return daysKept == ALL
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(connection -> connection
                                .query(LOCK)
                                .execute()
                                .chain(() -> connection.query(BE_BRIEF).execute())
                                .chain(() -> connection.preparedQuery(OVER).execute(Tuple.of(table, daysKept)))
                                .flatMap(over -> {
                                    List<String> statements = new ArrayList<>();
                                    over.forEach(row -> statements.add("drop table " + row.getString(0)));
                                    return run(connection, statements);
                                }))
                        .onFailure(DayPartitions::isInUse)
                        .recoverWithNull();
    }

    private static boolean isInUse(Throwable failure) {
        return failure instanceof PgException refused && LOCK_NOT_AVAILABLE.equals(refused.getSqlState());
    }

    private static Uni<Void> run(SqlConnection connection, List<String> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(
                        statement -> connection.query(statement).execute())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
