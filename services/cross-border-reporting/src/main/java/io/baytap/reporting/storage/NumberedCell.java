package io.baytap.reporting.storage;

import io.baytap.reporting.domain.opendata.JourneyCell;
import io.baytap.reporting.domain.opendata.OpenData.PublishedCell;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A published cell and its place in the set, from 1. */
record NumberedCell(int nr, PublishedCell cell) {

    static NumberedCell read(ResultSet row) throws SQLException {
        return new NumberedCell(
                row.getInt(1),
                new PublishedCell(
                        row.getString(2),
                        row.getString(3),
                        new JourneyCell(row.getString(4), row.getString(5), row.getString(6)),
                        row.getObject(7, Long.class)));
    }
}
