package io.baytap.reporting.page;

import io.baytap.reporting.domain.report.Column;
import io.baytap.reporting.domain.report.Preview;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportRow;
import io.baytap.reporting.domain.report.ReportRow.Role;
import io.baytap.reporting.rest.format.ReportFormat;
import io.baytap.reporting.rest.format.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The beginning of a report as the screen shows it, and where all of it is to be had.
 *
 * @param shown says how many rows are shown, of how many
 * @param tooMany says that it does not fit into a workbook; empty if it does
 */
public record PreviewView(
        ReportQuestion question,
        String title,
        String about,
        List<Column> columns,
        List<Line> rows,
        List<Line> footing,
        String shown,
        List<Link> downloads,
        String tooMany) {

    /** A row, with its cells as texts. */
    public record Line(Role role, String title, String level, List<Cell> cells) {
        public boolean isDiffering() {
            return role == Role.CONTROL_DIFFERS;
        }
    }

    /** A cell, exactly as a file has it. */
    public record Cell(String column, boolean measure, String text) {}

    /** Whether a control does not agree. */
    public boolean isDiffering() {
        return footing.stream().anyMatch(Line::isDiffering);
    }

    static PreviewView of(Shell shell, ReportQuestion question, Map<String, String> given, Preview preview) {
        ReportsMessages text = shell.messages(ReportsMessages.class);
        List<ReportFormat> formats = Arrays.stream(ReportFormat.values())
                .filter(format -> format.holds(question.kind()))
                .toList();
        boolean fits = preview.details() <= ReportFormat.XLSX.recordsMax();
        return new PreviewView(
                question,
                text.name(question.kind()),
                text.about(question.kind()),
                question.kind().columns(),
                lines(text, question, preview.rows()),
                lines(text, question, preview.footing()),
                preview.details() == 0
                        ? text.noRows()
                        : text.rowsShown(preview.rows().size(), Figure.number(preview.details())),
                formats.stream()
                        .filter(format -> preview.details() <= format.recordsMax())
                        .map(format -> new Link(format.title(), file(question, format, given), false))
                        .toList(),
                fits ? "" : text.tooManyForWorkbook(Figure.number(ReportFormat.XLSX.recordsMax())));
    }

    private static String file(ReportQuestion question, ReportFormat format, Map<String, String> given) {
        return Link.href("/v1/reports/" + question.kind().title() + "." + format.extension(), given);
    }

    private static List<Line> lines(ReportsMessages text, ReportQuestion question, List<ReportRow> rows) {
        return rows.stream()
                .map(row -> new Line(
                        row.role(),
                        text.role(row.role()),
                        row.level(),
                        IntStream.range(0, row.cells().size())
                                .mapToObj(index -> cell(
                                        question.kind().columns().get(index),
                                        Texts.of(row.cells().get(index))))
                                .toList()))
                .toList();
    }

    private static Cell cell(Column column, String text) {
        return new Cell(column.name(), column.isMeasure() || column.type() == Column.Type.DECIMAL, text);
    }
}
