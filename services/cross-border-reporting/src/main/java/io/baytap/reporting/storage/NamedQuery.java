package io.baytap.reporting.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** A query that stands in a file of its own, with parameters by name: {@code :from}. */
record NamedQuery(String sql, List<String> names) {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

    /** Rows that the driver holds at once. */
    static final int FETCH = 2_000;

    /** Times and amounts as bytes from the first execution on: their texts cost more to read than all else of a row. */
    private static final int BINARY_AT_ONCE = -1;

    static NamedQuery load(String name) {
        try (InputStream file = NamedQuery.class.getResourceAsStream("/" + name + ".sql")) {
            return parse(new String(
                    Objects.requireNonNull(file, name + " has no query").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NamedQuery parse(String sql) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(sql.replaceAll("(?m)^--.*\n", ""));
        String positional = matcher.replaceAll(name -> {
            names.add(name.group(1));
            return "?";
        });
        return new NamedQuery(positional, List.copyOf(names));
    }

    /** The same for its first rows alone: the database looks for no others. */
    NamedQuery first(int rowsMax) {
        return new NamedQuery(sql + "\nlimit " + rowsMax, names);
    }

    PreparedStatement prepare(Connection connection, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
        for (int index = 0; index < names.size(); index++) {
            Object value = values.get(names.get(index));
            if (value instanceof LocalDate day) {
                statement.setObject(index + 1, day, Types.DATE);
            } else if (value instanceof Integer number) {
                statement.setInt(index + 1, number);
            } else {
                statement.setObject(index + 1, value, Types.VARCHAR);
            }
        }
        return statement;
    }
}
