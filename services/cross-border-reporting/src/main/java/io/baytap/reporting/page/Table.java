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

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
