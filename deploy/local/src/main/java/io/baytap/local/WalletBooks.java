package io.baytap.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger's own tables, asked in SQL. */
final class WalletBooks implements AutoCloseable {

    private static final int ANSWER_MAX_SECONDS = 5;

    private final String jdbcUrl;
    private final String username;
    private final String password;
    private @Nullable Connection connection;

    private WalletBooks(String jdbcUrl, String username, String password) {
        this.jdbcUrl = jdbcUrl;
        this.username = username;
        this.password = password;
    }

    static WalletBooks of(Line line) {
        return new WalletBooks(
                line.stack().jdbcUrl("wallet"),
                line.stack().username(),
                line.stack().password());
    }

    /** Charges that nobody was asked for yet. */
    long waitingCharges() {
        return counts("select 'due', count(*) from charge where status = 'DUE'").getOrDefault("due", 0L);
    }

    /** What wallet-settlement has still to do, by kind; only kinds with something to do. */
    Map<String, Long> outstanding() {
        return counts("""
                select 'charges ' || lower(status), count(*) from charge
                  where status in ('WAITING', 'DUE', 'SUBMITTED', 'UNKNOWN', 'CONFIRMING') group by 1
                union all
                select 'refunds ' || lower(status), count(*) from refund
                  where status in ('DUE', 'SUBMITTED', 'ACCEPTED') group by 1
                union all
                select 'outcomes to publish', count(*) from outbox having count(*) > 0
                """);
    }

    /** Business days that were booked and have no batch yet, as {@code operator:currency:day}. */
    List<String> unbatched() {
        return texts("""
                select distinct operator_id || ':' || fare_currency || ':' || settlement_day from booked_fare f
                where not exists (select from batch b where b.operator_id = f.operator_id
                  and b.currency = f.fare_currency and b.business_day = f.settlement_day) order by 1
                """);
    }

    /** Minor units by currency: zero in each. */
    Map<String, Long> sums() {
        return counts("select currency, sum(amount_minor) from posting group by currency order by currency");
    }

    /** Journals that do not sum to zero in every currency. */
    List<String> unbalanced() {
        return texts("select journal_id from journal_line group by journal_id, currency having sum(amount_minor) <> 0");
    }

    /** Minor units by account and currency, as {@code account currency}: debits positive. */
    Map<String, Long> balances() {
        return counts("select account || ' ' || currency, sum(amount_minor) from posting group by 1 order by 1");
    }

    /** Balances that the service keeps and that differ from the sum of the postings, as {@code account currency}. */
    List<String> wrongBalances() {
        return texts("""
                select coalesce(p.name, b.name) from
                  (select account || ' ' || currency name, sum(amount_minor) total from posting group by 1) p full join
                  (select account || ' ' || currency name, sum(amount_minor) total from account_balance group by 1) b
                  on p.name = b.name where coalesce(p.total, 0) <> coalesce(b.total, 0)
                """);
    }

    /** Fares booked, by conversion id, in minor units of the wallet's currency. */
    Map<String, Long> bookedFares() {
        return counts("select conversion_id, wallet_minor from booked_fare");
    }

    /** What riders owe after every attempt was refused, as {@code rider currency}, in minor units of what was asked for. */
    Map<String, Long> owed() {
        return counts("""
                select rider_id || ' ' || currency, sum(amount_minor - corrected_minor) from charge
                where status in ('DECLINED', 'DEBT') group by 1
                """);
    }

    /** Batches, as {@code operator:currency:day}: fares in them. */
    Map<String, Long> batchCounts() {
        return counts("select operator_id || ':' || currency || ':' || business_day, fare_count from batch");
    }

    /** Batches, as {@code operator:currency:day}: minor units. */
    Map<String, Long> batchAmounts() {
        return counts("select operator_id || ':' || currency || ':' || business_day, amount_minor from batch");
    }

    /** Another one if the database was away since the last. */
    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null || !open.isValid(ANSWER_MAX_SECONDS)) {
            open = DriverManager.getConnection(jdbcUrl, username, password);
            open.setReadOnly(true);
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        rows(sql, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        rows(sql, row -> texts.add(row.getString(1)));
        return texts;
    }

    private void rows(String sql, Row take) {
        try (PreparedStatement statement = connection().prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                take.accept(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Row {
        void accept(ResultSet row) throws SQLException;
    }
}
