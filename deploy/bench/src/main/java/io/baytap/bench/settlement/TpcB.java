package io.baytap.bench.settlement;

import io.baytap.bench.Jobs;
import io.baytap.stack.EmbeddedStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The tables and the transaction that {@code pgbench} runs by default, "TPC-B (sort of)": an update of one account, one teller
 * and one branch, a look at the account and a row of history, a commit each. By JDBC, prepared, so rather faster than pgbench.
 */
final class TpcB implements AutoCloseable {

    private static final int SCALE = 10;
    private static final int ACCOUNTS = 100_000 * SCALE;
    private static final int TELLERS = 10 * SCALE;
    private static final int DELTA_MAX = 5_000;

    private static final String TABLES = """
            create table pgbench_branches (bid int not null, bbalance int, filler char(88)) with (fillfactor = 100);
            create table pgbench_tellers (tid int not null, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
            create table pgbench_accounts (aid int not null, bid int, abalance int, filler char(84)) with (fillfactor = 100);
            create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
            insert into pgbench_branches select n, 0, '' from generate_series(1, %1$d) n;
            insert into pgbench_tellers select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, %2$d) n;
            insert into pgbench_accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, %3$d) n;
            alter table pgbench_branches add primary key (bid);
            alter table pgbench_tellers add primary key (tid);
            alter table pgbench_accounts add primary key (aid);
            """.formatted(SCALE, TELLERS, ACCOUNTS);

    private static final List<String> STATEMENTS = List.of(
            "update pgbench_accounts set abalance = abalance + ? where aid = ?",
            "select abalance from pgbench_accounts where aid = ?",
            "update pgbench_tellers set tbalance = tbalance + ? where tid = ?",
            "update pgbench_branches set bbalance = bbalance + ? where bid = ?",
            "insert into pgbench_history (tid, bid, aid, delta, mtime) values (?, ?, ?, ?, current_timestamp)");

    private final List<Session> sessions = new ArrayList<>();

    private record Session(Connection connection, List<PreparedStatement> statements, SplittableRandom random) {}

    TpcB(EmbeddedStack stack, int connections) throws SQLException {
        stack.createDatabase("tpcb");
        while (sessions.size() < connections) {
            Connection connection =
                    DriverManager.getConnection(stack.jdbcUrl("tpcb"), stack.username(), stack.password());
            if (sessions.isEmpty()) {
                try (var tables = connection.createStatement()) {
                    tables.execute(TABLES);
                    tables.execute("vacuum analyze");
                }
            }
            connection.setAutoCommit(false);
            List<PreparedStatement> statements = new ArrayList<>();
            for (String statement : STATEMENTS) {
                statements.add(connection.prepareStatement(statement));
            }
            sessions.add(new Session(connection, statements, new SplittableRandom(sessions.size())));
        }
    }

    /** Returns how many transactions there were. */
    long run(int transactions) throws Exception {
        int each = transactions / sessions.size();
        return Jobs.run(sessions.size(), sessions.size(), number -> {
            for (int done = 0; done < each; done++) {
                transaction(sessions.get(number));
            }
            return (long) each;
        });
    }

    private static void transaction(Session session) throws SQLException {
        int account = session.random().nextInt(1, ACCOUNTS + 1);
        int branch = session.random().nextInt(1, SCALE + 1);
        int teller = session.random().nextInt(1, TELLERS + 1);
        int delta = session.random().nextInt(-DELTA_MAX, DELTA_MAX + 1);
        execute(session.statements().get(0), delta, account);
        execute(session.statements().get(1), account);
        execute(session.statements().get(2), delta, teller);
        execute(session.statements().get(3), delta, branch);
        execute(session.statements().get(4), teller, branch, account, delta);
        session.connection().commit();
    }

    private static void execute(PreparedStatement statement, int... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setInt(i + 1, values[i]);
        }
        statement.execute();
    }

    @Override
    public void close() throws SQLException {
        for (Session session : sessions) {
            session.connection().close();
        }
    }
}
