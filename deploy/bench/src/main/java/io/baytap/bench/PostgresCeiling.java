package io.baytap.bench;

import io.baytap.stack.EmbeddedStack;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast PostgreSQL takes the ledger's own rows: COPY to a table with the same columns, checks and primary key, but no triggers. */
final class PostgresCeiling implements AutoCloseable {

    private static final int ROWS_PER_TRANSACTION = 1_000;
    private static final int CONNECTIONS = 4;

    private final List<Connection> connections = new ArrayList<>();

    PostgresCeiling(EmbeddedStack stack) throws SQLException {
        while (connections.size() < CONNECTIONS) {
            connections.add(DriverManager.getConnection(stack.jdbcUrl("wallet"), stack.username(), stack.password()));
        }
    }

    /** Rows of the ledger so far. */
    long rows() throws SQLException {
        try (var statement = connections.getFirst().createStatement();
                var rows = statement.executeQuery("select count(*) from posting")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Measures it with the newest rows of the ledger, after a first time that is not counted. */
    Measurement measure(long newest, Map<String, Long> processes) throws Exception {
        var text = new StringWriter();
        copier(0).copyOut("copy posting to stdout", text);
        // They stand in the order in which they were written, for none is ever removed.
        List<String> batches = text.toString()
                .lines()
                .skip(rows() - newest)
                .gather(Gatherers.windowFixed(ROWS_PER_TRANSACTION))
                .map(rows -> String.join("\n", rows) + "\n")
                .toList();
        execute("create table posting_ceiling (like posting including all)");
        copy(batches);
        execute("truncate posting_ceiling");
        var watch = new Stopwatch(processes);
        return watch.stop(copy(batches));
    }

    private long copy(List<String> batches) throws Exception {
        return Jobs.run(CONNECTIONS, CONNECTIONS, connection -> {
            long rows = 0;
            for (int batch = connection; batch < batches.size(); batch += CONNECTIONS) {
                rows += copier(connection)
                        .copyIn("copy posting_ceiling from stdin", new StringReader(batches.get(batch)));
            }
            return rows;
        });
    }

    private CopyManager copier(int connection) throws SQLException {
        return connections.get(connection).unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connections.getFirst().createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
