package io.baytap.reporting.storage;

import io.agroal.api.AgroalDataSource;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.report.RecordCodes;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportSource;
import io.baytap.reporting.domain.report.ReportsAtOnce;
import io.baytap.reporting.domain.report.ReportsBusy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads reports by JDBC: a cursor hands over row by row, so that a file of any length needs the memory of a few thousand rows.
 * The queries stand in {@code resources/reports}.
 */
@ApplicationScoped
public class ReportReader implements ReportSource {

    /** A place may be free in a moment; after that, whoever asks is told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final AgroalDataSource database;
    private final RecordCodes codes;
    private final Map<ReportKind, NamedQuery> queries = new EnumMap<>(ReportKind.class);
    private final NamedQuery fares = NamedQuery.load("reports/fares.control");
    private final NamedQuery cells = NamedQuery.load("reports/cells.control");
    private final NamedQuery settled = NamedQuery.load("reports/settled.control");
    private final NamedQuery known = NamedQuery.load("reports/known");
    private final int atOnceMax;
    private final Semaphore reads;
    private final Semaphore sends;

    ReportReader(AgroalDataSource database, RecordCodes codes, ReportsAtOnce atOnce) {
        this.database = database;
        this.codes = codes;
        this.atOnceMax = atOnce.max();
        this.reads = new Semaphore(atOnceMax, true);
        this.sends = new Semaphore(atOnceMax, true);
        for (ReportKind kind : ReportKind.values()) {
            queries.put(kind, NamedQuery.load("reports/" + kind.title()));
        }
    }

    @Override
    public void read(Work work) throws IOException {
        inTurn(reads, work);
    }

    @Override
    public void send(Work work) throws IOException {
        inTurn(sends, work);
    }

    private void inTurn(Semaphore places, Work work) throws IOException {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ReportsBusy(atOnceMax);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportsAway(e);
        }
        try {
            work(work);
        } finally {
            places.release();
        }
    }

    private void work(Work work) throws IOException {
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

    @Override
    public SortedSet<String> operators() {
        SortedSet<String> operators = new TreeSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = known.prepare(connection, Map.of());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                operators.add(row.getString(1));
            }
            return operators;
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }
}
