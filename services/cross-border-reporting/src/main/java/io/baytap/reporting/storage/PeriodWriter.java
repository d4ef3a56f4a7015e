package io.baytap.reporting.storage;

import io.baytap.reporting.domain.opendata.DisclosureControl;
import io.baytap.reporting.domain.opendata.JourneyCell;
import io.baytap.reporting.domain.opendata.PublicationPeriod;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a set to be published, in one transaction; of two who try it, one does. */
final class PeriodWriter {

    private static final int FETCH = 5_000;

    private static final String SET = """
            insert into open_data_set (period, days, threshold, published_at)
            select ?, daterange(?, ?, '[]'), ?, ?
            where exists (select 1 from assessed_journey where day between ? and ?)
            on conflict do nothing
            """;

    /** Every figure of every operator in every city, with all totals. */
    private static final String CUBE = """
            select operator_id, city, coalesce(origin, '_T'), coalesce(destination, '_T'), coalesce(to_char(hour, 'FM00'), '_T'), count(*)
            from assessed_journey where day between ? and ?
            group by grouping sets ((operator_id, city, origin, destination), (operator_id, city, origin), (operator_id, city, destination),
              (operator_id, city, hour), (operator_id, city))
            order by operator_id collate "C", city collate "C"
            """;

    private static final String CELL = "insert into open_data_cell values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PublicationPeriod period;
    private final int threshold;
    private int written;

    PeriodWriter(Connection connection, PublicationPeriod period, int threshold) {
        this.connection = connection;
        this.period = period;
        this.threshold = threshold;
    }

    /** Whose figures they are: nobody adds up figures of two. */
    private record Owner(String operatorId, String city) {}

    boolean write(Instant now) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, period.title());
            set.setObject(2, period.first());
            set.setObject(3, period.last());
            set.setInt(4, threshold);
            set.setObject(5, now.atOffset(ZoneOffset.UTC));
            set.setObject(6, period.first());
            set.setObject(7, period.last());
            if (set.executeUpdate() == 0) {
                return false;
            }
        }
        try (PreparedStatement cube = connection.prepareStatement(CUBE);
                PreparedStatement cell = connection.prepareStatement(CELL)) {
            cube.setFetchSize(FETCH);
            cube.setObject(1, period.first());
            cube.setObject(2, period.last());
            try (ResultSet row = cube.executeQuery()) {
                boolean more = row.next();
                while (more) {
                    Owner owner = new Owner(row.getString(1), row.getString(2));
                    SortedMap<JourneyCell, Long> cells = new TreeMap<>();
                    while (more && owner.equals(new Owner(row.getString(1), row.getString(2)))) {
                        cells.put(
                                new JourneyCell(row.getString(3), row.getString(4), row.getString(5)), row.getLong(6));
                        more = row.next();
                    }
                    write(cell, owner, cells);
                }
            }
        }
        return true;
    }

    private void write(PreparedStatement statement, Owner owner, SortedMap<JourneyCell, Long> cells)
            throws SQLException {
        Set<JourneyCell> confidential = DisclosureControl.confidential(cells, threshold);
        statement.setString(1, period.title());
        statement.setString(3, owner.operatorId());
        statement.setString(4, owner.city());
        for (Map.Entry<JourneyCell, Long> cell : cells.entrySet()) {
            written++;
            statement.setInt(2, written);
            statement.setString(5, cell.getKey().origin());
            statement.setString(6, cell.getKey().destination());
            statement.setString(7, cell.getKey().hour());
            statement.setObject(8, confidential.contains(cell.getKey()) ? null : cell.getValue(), Types.BIGINT);
            statement.addBatch();
            if (written % FETCH == 0) {
                statement.executeBatch();
            }
        }
        statement.executeBatch();
    }
}
