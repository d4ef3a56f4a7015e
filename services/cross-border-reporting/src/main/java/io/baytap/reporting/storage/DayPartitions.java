package io.baytap.reporting.storage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A partition of a table for each day, made when its first row comes. Where days are kept for a while only, the next
 * partition that is made drops those whose time is over, counted from the last day that closed: a past day can be replayed.
 */
final class DayPartitions {

    /** For ever. */
    static final int ALL = Integer.MAX_VALUE;

    /** Two replicas must not make the same one. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('partitions'))";

    private static final String LACKING = """
            select day from unnest($1::date[]) as g(day) where to_regclass($2 || '_' || to_char(day, 'YYYYMMDD')) is null order by day""";

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

    /** In a transaction of its own, and a short one: it stops those who read the table. */
    Uni<Void> prepare(Set<LocalDate> days) {
        return days.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(LACKING)
                        .execute(Tuple.of(days.toArray(LocalDate[]::new), table))
                        .chain(lacking -> lacking.size() == 0
                                ? Uni.createFrom().voidItem()
                                : pool.withTransaction(connection -> connection
                                        .query(LOCK)
                                        .execute()
                                        .chain(() -> drop(connection))
                                        .chain(() -> run(connection, statements(lacking)))));
    }

    private List<String> statements(Iterable<Row> lacking) {
        List<String> statements = new ArrayList<>();
        for (Row row : lacking) {
            LocalDate day = row.getLocalDate(0);
            statements.add("create table if not exists %1$s_%2$s partition of %1$s for values from ('%3$s') to ('%4$s')"
                    .formatted(table, day.format(DateTimeFormatter.BASIC_ISO_DATE), day, day.plusDays(1)));
        }
        return statements;
    }

    private Uni<Void> drop(SqlConnection connection) {
        return daysKept == ALL
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(OVER)
                        .execute(Tuple.of(table, daysKept))
                        .chain(over -> {
                            List<String> statements = new ArrayList<>();
                            over.forEach(row -> statements.add("drop table " + row.getString(0)));
                            return run(connection, statements);
                        });
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
