package io.baytap.local.privacy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Looks into every column of every table of every database: a bytea as what it holds, everything else as its text. */
public final class TableSearch {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String TABLES = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1""";

    private final UnaryOperator<String> jdbcUrl;
    private final String username;
    private final String password;
    private final Findings findings;

    /**
     * As that user.
     *
     * @param jdbcUrl of the database of a name
     */
    public TableSearch(UnaryOperator<String> jdbcUrl, String username, String password, Findings findings) {
        this.jdbcUrl = jdbcUrl;
        this.username = username;
        this.password = password;
        this.findings = findings;
    }

    /** Looks into all of them; returns them as {@code database schema.table}. */
    public List<String> run() {
        List<String> tables = new ArrayList<>();
        try {
            for (String database : names("postgres", "select datname from pg_database where datallowconn order by 1")) {
                for (String table : names(database, TABLES)) {
                    look(database, table);
                    tables.add(database + " " + table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read", e);
        }
        return tables;
    }

    private void look(String database, String table) throws SQLException {
        String place = "table " + table + " of database " + database;
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            // Only within a transaction are rows fetched in portions.
            connection.setAutoCommit(false);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                var columns = rows.getMetaData();
                while (rows.next()) {
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        look(place, rows, column, columns.getColumnTypeName(column));
                    }
                }
            }
        }
    }

    private void look(String place, ResultSet rows, int column, String type) throws SQLException {
        if (type.equals("bytea")) {
            byte[] content = rows.getBytes(column);
            if (content != null) {
                findings.look(place, content);
            }
            return;
        }
        String text = rows.getString(column);
        if (text != null) {
            findings.look(place, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<String> names(String database, String sql) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl.apply(database), username, password);
    }
}
