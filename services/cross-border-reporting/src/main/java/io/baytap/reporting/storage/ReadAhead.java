package io.baytap.reporting.storage;

import io.baytap.reporting.domain.ReportsAway;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rows are read while those before them are written: the database and whoever takes a file work side by side. */
final class ReadAhead {

    private ReadAhead() {}

    interface Taker<T> {
        void take(T row) throws IOException;
    }

    /**
     * Hands over all rows in their order. When it returns, or fails, nobody reads any more.
     *
     * @param some the next rows; none at the end
     */
    static <T> void each(Callable<List<T>> some, Taker<T> taker) throws IOException {
        try (var reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<T>> next = reader.submit(some);
            for (List<T> rows = await(next); !rows.isEmpty(); rows = await(next)) {
                next = reader.submit(some);
                for (T row : rows) {
                    taker.take(row);
                }
            }
        }
    }

    private static <T> List<T> await(Future<List<T>> next) {
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new ReportsAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportsAway(e);
        }
    }
}
