package io.baytap.reporting.domain.report;

import io.baytap.reporting.domain.report.ReportRow.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the rows that went by add up to, for each combination of currencies in them. Added up here and not by the database: a second hand. */
final class Totals {

    private final List<Column> columns;
    private final List<Integer> currencies;
    private final Map<String, @Nullable Object[]> sums = new TreeMap<>();

    Totals(ReportKind kind) {
        this.columns = kind.columns();
        this.currencies = IntStream.range(0, columns.size())
                .filter(index -> columns.stream()
                        .anyMatch(column -> columns.get(index).name().equals(column.currency())))
                .boxed()
                .toList();
    }

    void add(List<@Nullable Object> cells) {
        var key = new StringBuilder();
        currencies.forEach(index -> key.append(cells.get(index)).append(' '));
        @Nullable Object[] sum = sums.computeIfAbsent(key.toString(), _ -> first(cells));
        for (int index = 0; index < columns.size(); index++) {
            Object cell = cells.get(index);
            if (cell == null && columns.get(index).type() == Column.Type.AMOUNT) {
                throw new NoRate("no rate for " + columns.get(index).name() + " of " + cells.getFirst()
                        + ": upload the rates of its days first");
            }
            if (cell != null && columns.get(index).type() == Column.Type.COUNT) {
                sum[index] = Math.addExact(sum[index] instanceof Long before ? before : 0, (Long) cell);
            } else if (cell != null && columns.get(index).type() == Column.Type.AMOUNT) {
                sum[index] = sum[index] instanceof BigDecimal before ? before.add((BigDecimal) cell) : cell;
            }
        }
    }

    private @Nullable Object[] first(List<@Nullable Object> cells) {
        @Nullable Object[] sum = new Object[columns.size()];
        currencies.forEach(index -> sum[index] = cells.get(index));
        return sum;
    }

    List<ReportRow> rows() {
        List<ReportRow> rows = new ArrayList<>();
        sums.values().forEach(sum -> rows.add(new ReportRow(Role.TOTAL, "", Arrays.asList(sum))));
        return rows;
    }
}
