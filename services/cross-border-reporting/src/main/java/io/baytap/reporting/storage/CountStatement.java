package io.baytap.reporting.storage;

import io.baytap.reporting.domain.Observation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts observations of one kind in one statement, however many there are. Rows go in key order, so that two batches never
 * wait for each other in a ring.
 *
 * @param columns an array a column, as {@code unnest} takes them
 */
record CountStatement<T extends Observation>(String sql, List<T> rows, Tuple columns) {

    Uni<Void> execute(SqlConnection connection) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(sql).execute(columns).replaceWithVoid();
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
