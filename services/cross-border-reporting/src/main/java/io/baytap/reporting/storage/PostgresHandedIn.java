package io.baytap.reporting.storage;

import io.agroal.api.AgroalDataSource;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.report.HandedIn;
import io.baytap.reporting.domain.report.HandedInReports;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The reports that were handed in: what people said, which no topic tells again. */
@ApplicationScoped
public class PostgresHandedIn implements HandedInReports {

    private static final String ALL = """
            select report, period, as_of, handed_in_at, handed_in_by from report_handed_in
            order by handed_in_at desc, report, period
            """;

    private static final String ADD = """
            insert into report_handed_in (report, period, as_of, handed_in_at, handed_in_by) values (?, ?, ?, ?, ?)
            on conflict (report, period) do nothing
            """;

    private final AgroalDataSource database;

    PostgresHandedIn(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public List<HandedIn> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            List<HandedIn> all = new ArrayList<>();
            while (row.next()) {
                all.add(new HandedIn(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)));
            }
            return all;
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }

    @Override
    public void add(HandedIn report) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, report.report());
            statement.setString(2, report.period());
            statement.setObject(3, report.asOf());
            statement.setObject(4, report.at().atOffset(ZoneOffset.UTC));
            statement.setString(5, report.by());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }
}
