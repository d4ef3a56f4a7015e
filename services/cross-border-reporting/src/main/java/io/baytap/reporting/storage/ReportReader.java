package io.baytap.reporting.storage;

import io.agroal.api.AgroalDataSource;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.report.RecordCodes;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads reports by JDBC: a cursor hands over row by row, so that a file of any length needs the memory of a few thousand rows.
 * The queries stand in {@code resources/reports}.
 */
@ApplicationScoped
public class ReportReader implements ReportSource {

    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final AgroalDataSource database;
    private final RecordCodes codes;
    private final Map<ReportKind, NamedQuery> queries = new EnumMap<>(ReportKind.class);
    private final NamedQuery fares = NamedQuery.load("reports/fares.control");
    private final NamedQuery cells = NamedQuery.load("reports/cells.control");
    private final NamedQuery settled = NamedQuery.load("reports/settled.control");

    ReportReader(AgroalDataSource database, RecordCodes codes) {
        this.database = database;
        this.codes = codes;
        for (ReportKind kind : ReportKind.values()) {
            queries.put(kind, NamedQuery.load("reports/" + kind.title()));
        }
    }

    @Override
    public void read(Work work) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(SNAPSHOT);
                work.on(new ReportSnapshot(connection, queries, fares, settled, cells, codes));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }

    @Override
    public Optional<LocalDate> lastClosed() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(day) from batches")) {
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class));
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }
}
