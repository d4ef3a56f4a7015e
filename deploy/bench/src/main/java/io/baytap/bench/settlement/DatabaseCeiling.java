package io.baytap.bench.settlement;

import io.baytap.bench.Jobs;
import io.baytap.stack.EmbeddedStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What the database can book at most: transfers with two entries each and the balances they move, so many to a transaction,
 * a statement per table, each over arrays. Balances are locked in order of account: two transactions that lock them in another
 * wait for each other in a circle.
 */
final class DatabaseCeiling implements AutoCloseable {

    private static final int ACCOUNTS = 64;

    private static final String TABLES = """
            create table transfer (id bigint primary key, at timestamptz not null);
            create table entry (transfer bigint, line smallint, account text not null, amount bigint not null, primary key (transfer, line));
            create table balance (account text primary key, amount bigint not null);
            insert into balance select 'account-' || n, 0 from generate_series(0, 63) n;
            """;
    private static final String TRANSFERS = "insert into transfer select id, now() from unnest(?::bigint[]) id";
    private static final String ENTRIES =
            "insert into entry select * from unnest(?::bigint[], ?::smallint[], ?::text[], ?::bigint[])";
    private static final String BALANCES = """
            with moved as (select account, sum(amount) as amount from unnest(?::text[], ?::bigint[]) m(account, amount) group by account),
                 held as (select b.account, m.amount from balance b join moved m using (account) order by b.account for update of b)
            update balance b set amount = b.amount + h.amount from held h where b.account = h.account""";

    private final int connections;
    private final int perTransaction;
    private final List<Session> sessions = new ArrayList<>();
    private long next;

    private record Session(
            Connection connection,
            PreparedStatement transfers,
            PreparedStatement entries,
            PreparedStatement balances) {}

    DatabaseCeiling(EmbeddedStack stack, String database, int connections, int perTransaction) throws SQLException {
        this.connections = connections;
        this.perTransaction = perTransaction;
        stack.createDatabase(database);
        while (sessions.size() < connections) {
            Connection connection =
                    DriverManager.getConnection(stack.jdbcUrl(database), stack.username(), stack.password());
            if (sessions.isEmpty()) {
                try (var tables = connection.createStatement()) {
                    tables.execute(TABLES);
                }
            }
            connection.setAutoCommit(false);
            sessions.add(new Session(
                    connection,
                    connection.prepareStatement(TRANSFERS),
                    connection.prepareStatement(ENTRIES),
                    connection.prepareStatement(BALANCES)));
        }
    }

    /** Books that many, rounded up to whole transactions; returns how many. */
    long book(long transfers) throws Exception {
        long transactions = Math.ceilDiv(transfers, perTransaction);
        long first = next;
        next += transactions * perTransaction;
        return Jobs.run(connections, connections, number -> {
            long done = 0;
            for (long transaction = number; transaction < transactions; transaction += connections) {
                book(sessions.get(number), first + transaction * perTransaction);
                done += perTransaction;
            }
            return done;
        });
    }

    private void book(Session session, long first) throws SQLException {
        Connection connection = session.connection();
        Object[] ids = LongStream.range(first, first + perTransaction).boxed().toArray();
        Object[] transfers = new Object[2 * perTransaction];
        Object[] lines = new Object[2 * perTransaction];
        Object[] accounts = new Object[2 * perTransaction];
        Object[] amounts = new Object[2 * perTransaction];
        IntStream.range(0, 2 * perTransaction).forEach(entry -> {
            long transfer = first + entry / 2;
            transfers[entry] = transfer;
            lines[entry] = entry % 2;
            accounts[entry] = "account-" + (transfer * (entry % 2 == 0 ? 7 : 11) + entry) % ACCOUNTS;
            amounts[entry] = entry % 2 == 0 ? 1_000L : -1_000L;
        });
        session.transfers().setArray(1, connection.createArrayOf("bigint", ids));
        session.transfers().executeUpdate();
        session.entries().setArray(1, connection.createArrayOf("bigint", transfers));
        session.entries().setArray(2, connection.createArrayOf("smallint", lines));
        session.entries().setArray(3, connection.createArrayOf("text", accounts));
        session.entries().setArray(4, connection.createArrayOf("bigint", amounts));
        session.entries().executeUpdate();
        session.balances().setArray(1, connection.createArrayOf("text", accounts));
        session.balances().setArray(2, connection.createArrayOf("bigint", amounts));
        session.balances().executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        for (Session session : sessions) {
            session.connection().close();
        }
    }
}
