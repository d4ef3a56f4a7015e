package io.baytap.reporting.storage;

import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.report.Column;
import io.baytap.reporting.domain.report.RecordCodes;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportKind.Scope;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportSource.Control;
import io.baytap.reporting.domain.report.ReportSource.Rows;
import io.baytap.reporting.domain.report.ReportSource.Snapshot;
import io.baytap.schemas.Money;
import java.io.IOException;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The read models as one transaction sees them. */
record ReportSnapshot(
        Connection connection,
        Map<ReportKind, NamedQuery> queries,
        NamedQuery fares,
        NamedQuery settled,
        NamedQuery cells,
        RecordCodes codes)
        implements Snapshot {

    @Override
    public void rows(ReportQuestion question, Rows rows) throws IOException {
        read(Objects.requireNonNull(queries.get(question.kind())), question, rows);
    }

    @Override
    public void first(ReportQuestion question, int rowsMax, Rows rows) throws IOException {
        read(Objects.requireNonNull(queries.get(question.kind())).first(rowsMax), question, rows);
    }

    private void read(NamedQuery query, ReportQuestion question, Rows rows) throws IOException {
        List<Column> columns = question.kind().columns();
        try (PreparedStatement statement = query.prepare(connection, parameters(question));
                ResultSet result = statement.executeQuery()) {
            int[] currencies =
                    columns.stream().mapToInt(column -> index(columns, column)).toArray();
            ReadAhead.each(() -> some(question.kind(), result, currencies), rows::row);
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }

    private List<List<@Nullable Object>> some(ReportKind kind, ResultSet result, int[] currencies) throws SQLException {
        List<Column> columns = kind.columns();
        int read = result.getMetaData().getColumnCount();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (rows.size() < NamedQuery.FETCH && result.next()) {
            List<@Nullable Object> cells = new ArrayList<>(columns.size());
            for (int index = 0; index < read; index++) {
                cells.add(cell(result, columns.get(index).type(), index + 1, currencies[index]));
            }
            if (read < columns.size()) {
                codes.complete(kind, cells);
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Where an amount's currency stands, from 1; 0 where it has none. */
    private static int index(List<Column> columns, Column of) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(of.currency())) {
                return index + 1;
            }
        }
        return 0;
    }

    private static @Nullable Object cell(ResultSet row, Column.Type type, int index, int currency) throws SQLException {
        return switch (type) {
            case TEXT -> row.getString(index);
            case DAY -> row.getObject(index, LocalDate.class);
            case TIME -> row.getObject(index, OffsetDateTime.class).toInstant();
            case COUNT -> row.getLong(index);
            case AMOUNT -> {
                long minor = row.getLong(index);
                yield row.wasNull()
                        ? null
                        : Money.of(minor, row.getString(currency)).toMajor();
            }
            case DECIMAL -> row.getBigDecimal(index);
        };
    }

    @Override
    public List<Control> controls(ReportQuestion question) {
        return controls(question.kind().scope() == Scope.SETTLED ? settled : fares, question);
    }

    @Override
    public List<Control> cells(ReportQuestion question) {
        return controls(cells, question);
    }

    private List<Control> controls(NamedQuery query, ReportQuestion question) {
        List<Control> controls = new ArrayList<>();
        try (PreparedStatement statement = query.prepare(connection, parameters(question));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                controls.add(new Control(row.getString(1), row.getLong(2), Money.of(row.getLong(3), row.getString(4))));
            }
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
        return controls;
    }

    private static Map<String, @Nullable Object> parameters(ReportQuestion question) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("from", question.days().from());
        values.put("to", question.days().to());
        values.put("asOf", question.asOf());
        values.put("by", question.by().name());
        values.put("operator", question.operatorId());
        values.put(
                "wallet", question.wallet() == null ? null : question.wallet().name());
        values.put("scope", question.kind().scope().name());
        return values;
    }
}
