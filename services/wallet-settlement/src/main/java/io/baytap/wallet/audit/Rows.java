package io.baytap.wallet.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, one at a time and with a look ahead; the driver fetches some thousands at once, so that any
 * number of them takes the same memory.
 *
 * @param <T> a row
 */
final class Rows<T> implements AutoCloseable {

    private static final int FETCH_ROWS = 5_000;

    /** Reads the row that the result stands at. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final PreparedStatement statement;
    private final ResultSet result;
    private final Reading<T> reading;
    private @Nullable T next;

    private Rows(PreparedStatement statement, ResultSet result, Reading<T> reading) throws SQLException {
        this.statement = statement;
        this.result = result;
        this.reading = reading;
        this.next = result.next() ? reading.read(result) : null;
    }

    static <T> Rows<T> of(Connection connection, String sql, Reading<T> reading) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH_ROWS);
        return new Rows<>(statement, statement.executeQuery(), reading);
    }

    /** The row that {@link #take} would return; null after the last. */
    @Nullable
    T peek() {
        return next;
    }

    /** The next row; null after the last. */
    @Nullable
    T take() throws SQLException {
        T taken = next;
        if (taken != null) {
            next = result.next() ? reading.read(result) : null;
        }
        return taken;
    }

    @Override
    public void close() throws SQLException {
        result.close();
        statement.close();
    }
}
