package io.baytap.wallet.leader;

import io.baytap.wallet.domain.ExclusiveLock;
import io.baytap.wallet.domain.StorageOutage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Advisory locks of the database. A lock is held by a connection: if that breaks, the lock falls open. */
public final class DatabaseLock implements ExclusiveLock {

    private static final String TRY = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    private static final String RELEASE = "select pg_advisory_unlock(hashtextextended(?, 0))";

    private final DataSource database;

    public DatabaseLock(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean tryRun(String name, Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, TRY, name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, RELEASE, name);
            }
        } catch (SQLException e) {
            throw new StorageOutage("no lock " + name.toLowerCase(Locale.ROOT) + ": " + e.getMessage(), e);
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "wallet:" + name);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
