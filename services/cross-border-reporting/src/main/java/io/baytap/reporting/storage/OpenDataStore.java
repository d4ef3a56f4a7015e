package io.baytap.reporting.storage;

import io.agroal.api.AgroalDataSource;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.opendata.OpenData;
import io.baytap.reporting.domain.opendata.OpenTable;
import io.baytap.reporting.domain.opendata.PublicationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Published sets, by JDBC. They are read page by page, so that no reader keeps a connection however slow he is. */
@ApplicationScoped
public class OpenDataStore implements OpenData {

    /** Cells of a page. */
    private static final int PAGE = 5_000;

    private static final String SETS = """
            select lower(days), upper(days) - 1, threshold, published_at from open_data_set
            where ?::text is null or period = ? order by days desc limit ?
            """;

    private static final String CELLS = """
            select nr, operator_id, city, origin, destination, hour, journeys from open_data_cell
            where period = ? and nr > ? and case ? when 'HOUR' then origin = '_T' and destination = '_T' else hour = '_T' end
            order by nr limit ?
            """;

    private final AgroalDataSource database;

    OpenDataStore(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public boolean publish(PublicationPeriod period, int threshold, Instant now) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean published = new PeriodWriter(connection, period, threshold).write(now);
                connection.commit();
                return published;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
    }

    @Override
    public List<Published> published(int periodsMax) {
        return sets(Optional.empty(), periodsMax);
    }

    @Override
    public Optional<Published> find(PublicationPeriod period) {
        return sets(Optional.of(period.title()), 1).stream().findFirst();
    }

    private List<Published> sets(Optional<String> title, int max) {
        List<Published> sets = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SETS)) {
            statement.setString(1, title.orElse(null));
            statement.setString(2, title.orElse(null));
            statement.setInt(3, max);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sets.add(new Published(
                            new PublicationPeriod(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                            row.getInt(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
        return sets;
    }

    @Override
    public void read(PublicationPeriod period, OpenTable table, Cells cells) throws IOException {
        List<NumberedCell> page = page(period, table, 0);
        while (!page.isEmpty()) {
            for (NumberedCell numbered : page) {
                cells.cell(numbered.cell());
            }
            page = page(period, table, page.getLast().nr());
        }
    }

    private List<NumberedCell> page(PublicationPeriod period, OpenTable table, int after) {
        List<NumberedCell> page = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CELLS)) {
            statement.setString(1, period.title());
            statement.setInt(2, after);
            statement.setString(3, table.name());
            statement.setInt(4, PAGE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(NumberedCell.read(row));
                }
            }
        } catch (SQLException e) {
            throw new ReportsAway(e);
        }
        return page;
    }
}
