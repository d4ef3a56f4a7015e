package io.baytap.reporting.page;

import java.util.List;

/**
 * A table, in the visitor's language.
 *
 * @param heads what the first columns are about
 * @param columns what the figures after them are
 * @param totals what the rows add up to, if that is shown
 */
public record Table(
        String testId, String caption, List<String> heads, List<String> columns, List<Row> rows, List<Row> totals) {

    /** The same with those rows. */
    Table with(List<Row> filled) {
        return new Table(testId, caption, heads, columns, filled, totals);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
