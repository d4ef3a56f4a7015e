package io.baytap.reporting.storage;

import io.agroal.api.AgroalDataSource;
import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.breaks.BreakQuestion;
import io.baytap.reporting.domain.breaks.BreakSum;
import io.baytap.reporting.domain.breaks.Breaks;
import io.baytap.schemas.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads breaks by JDBC. The queries stand in {@code resources/breaks}. */
@ApplicationScoped
public class PostgresBreaks implements Breaks {

    private static final NamedQuery OPEN = NamedQuery.load("breaks/open");
    private static final NamedQuery RESOLVED = NamedQuery.load("breaks/resolved");
    private static final NamedQuery LIST = NamedQuery.load("breaks/list");
    private static final NamedQuery CHANGES = NamedQuery.load("breaks/changes");

    private final AgroalDataSource database;

    PostgresBreaks(AgroalDataSource database) {
        this.database = database;
    }

    /** Reads a row. */
    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    @Override
    public List<BreakSum> open() {
        return read(
                OPEN,
                Map.of(),
                row -> new BreakSum(
                        row.getString("reason"),
                        row.getString("owner"),
                        row.getObject("aged_from", LocalDate.class),
                        row.getLong("breaks"),
                        Money.of(row.getLong("amount_minor"), row.getString("currency"))));
    }

    @Override
    public long resolvedSince(LocalDate day) {
        return read(RESOLVED, Map.of("since", day), row -> row.getLong(1)).getFirst();
    }

    @Override
    public List<BreakLine> list(BreakQuestion question, int breaksMax) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", question.state().name());
        values.put("reason", question.reason());
        values.put("owner", question.owner());
        values.put(
                "wallet", question.wallet() == null ? null : question.wallet().name());
        values.put("day", question.day());
        values.put("resolvedSince", question.resolvedSince());
        values.put("minAge", question.minAgeDays());
        values.put("maxAge", question.maxAgeDays());
        values.put("breaksMax", breaksMax);
        return read(LIST, values, PostgresBreaks::line);
    }

    @Override
    public List<BreakLine> changes(String breakId) {
        return read(CHANGES, Map.of("breakId", breakId), PostgresBreaks::line);
    }

    private static BreakLine line(ResultSet row) throws SQLException {
        return new BreakLine(
                row.getString("break_id"),
                row.getInt("revision"),
                row.getString("transition"),
                row.getString("reason"),
                row.getString("owner"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getObject("since", LocalDate.class),
                row.getInt("age_days"),
                row.getString("wallet_scheme"),
                row.getString("our_reference"),
                row.getString("their_reference"),
                row.getString("trade_number"),
                row.getString("resolved_by"),
                row.getObject("told_at", OffsetDateTime.class).toInstant());
    }

    private <T> List<T> read(NamedQuery query, Map<String, ? extends @Nullable Object> values, Mapping<T> mapping) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = query.prepare(connection, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(mapping.of(row));
            }
            return found;
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }
}
