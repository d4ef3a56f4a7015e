package io.baytap.reporting;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** What a database sees in a CSV file: PostgreSQL loads it by COPY, which takes no row that is longer or shorter than the header. */
final class CsvTable {

    private CsvTable() {}

    /** Its rows, by the names of its columns and in their order. */
    static List<Map<String, String>> read(String csv) throws SQLException, IOException {
        List<String> header =
                Arrays.asList(csv.substring(0, csv.indexOf("\r\n")).split(","));
        String columns = header.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        var stack = ReportingStack.stack();
        try (Connection connection = DriverManager.getConnection(
                        stack.jdbcUrl(ReportingStack.DATABASE), stack.username(), stack.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table loaded (nr bigserial, " + columns.replace("\",", "\" text,") + " text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy loaded (%s) from stdin (format csv, header match, force_not_null (%s))"
                                    .formatted(columns, columns),
                            new StringReader(csv));
            List<Map<String, String>> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select " + columns + " from loaded order by nr")) {
                while (row.next()) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (String name : header) {
                        cells.put(name, row.getString(name));
                    }
                    rows.add(cells);
                }
            }
            return rows;
        }
    }
}
