package io.baytap.reporting.storage;

import io.baytap.reporting.domain.Observation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts observations of one kind in one statement, however many there are, and answers how many were new: a CTE files
 * each under its key, and only what could be filed there is counted. Rows go in key order, so that two batches never wait
 * for each other in a ring.
 *
 * @param columns an array a column, as {@code unnest} takes them
 */
record CountStatement<T extends Observation>(String sql, List<T> rows, Tuple columns) {

    /** Of what has no row of its own, each statement begins with this, after a CTE called {@code given}. */
    static final String FRESH = """
            fresh as (
              insert into seen (day, event) select seen_day, event from given order by 1, 2
              on conflict do nothing returning day, event),
            """;

    Uni<Long> execute(SqlConnection connection) {
        return rows.isEmpty()
                ? Uni.createFrom().item(0L)
                : connection
                        .preparedQuery(sql)
                        .execute(columns)
                        .map(answer -> answer.iterator().next().getLong(0));
    }

    static Tuple keys(List<? extends Observation> rows) {
        return Tuple.tuple()
                .addValue(days(rows, row -> row.key().day()))
                .addValue(column(rows, row -> row.key().hash(), UUID[]::new));
    }

    static <T> Object days(List<T> rows, Function<T, ? extends @Nullable LocalDate> cell) {
        return column(rows, cell, LocalDate[]::new);
    }

    static <T> Object texts(List<T> rows, Function<T, String> cell) {
        return column(rows, cell, String[]::new);
    }

    static <T> Object numbers(List<T> rows, ToLongFunction<T> cell) {
        return column(rows, cell::applyAsLong, Long[]::new);
    }

    static <T, C> Object column(List<T> rows, Function<T, ? extends @Nullable C> cell, IntFunction<C[]> array) {
        return rows.stream().<@Nullable C>map(cell).toArray(array);
    }
}
