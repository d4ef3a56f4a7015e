package io.baytap.reporting.domain.report;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first details, and totals and controls. */
final class PreviewSink implements ReportSink {

    private final int rowsMax;
    private final List<ReportRow> rows = new ArrayList<>();
    private final List<ReportRow> footing = new ArrayList<>();
    private long details;
    private long counted;

    PreviewSink(int rowsMax) {
        this.rowsMax = rowsMax;
    }

    @Override
    public void begin(ReportQuestion question) {}

    @Override
    public void row(ReportRow row) {
        if (row.role() != ReportRow.Role.DETAIL) {
            footing.add(row);
        } else if (++details <= rowsMax) {
            rows.add(row);
        }
    }

    /** There are that many more details than came by, or came by already. */
    void counted(long of) {
        counted = Math.addExact(counted, of);
    }

    @Override
    public void end() {}

    Preview seen() {
        return new Preview(List.copyOf(rows), List.copyOf(footing), Math.max(details, counted));
    }
}
