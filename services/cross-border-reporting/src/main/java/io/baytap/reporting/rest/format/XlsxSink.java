package io.baytap.reporting.rest.format;

import io.baytap.reporting.domain.report.Column;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportRow;
import io.baytap.reporting.domain.report.ReportSink;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet: typed cells, and a header that stays when the rest is scrolled. Rows go to a file as they come. */
final class XlsxSink implements ReportSink {

    /** As many as a sheet has, less the header. */
    static final int ROWS_MAX = 1_048_575;

    /** Records that it takes: the rest of the sheet is for totals and controls. */
    static final int RECORDS_MAX = ROWS_MAX - 100;

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int BEFORE = 2;

    private final OutputStream out;
    private final Path file;
    private final OutputStream fileOut;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxSink(OutputStream out) throws IOException {
        this.out = out;
        this.file = Files.createTempFile("report", ".xlsx");
        this.fileOut = Files.newOutputStream(file);
        this.workbook = new Workbook(fileOut, "Baytap", "1.0");
        this.sheet = workbook.newWorksheet("Report");
    }

    @Override
    public void begin(ReportQuestion question) throws IOException {
        List<Column> columns = question.kind().columns();
        sheet.freezePane(0, 1);
        head(0, "row");
        head(1, "level");
        for (int index = 0; index < columns.size(); index++) {
            head(index + BEFORE, columns.get(index).name());
        }
        row = 1;
    }

    private void head(int column, String name) {
        sheet.value(0, column, name);
        sheet.style(0, column).bold().set();
    }

    @Override
    public void row(ReportRow line) throws IOException {
        if (row > ROWS_MAX) {
            throw new IOException("more rows than a sheet has: " + ROWS_MAX);
        }
        sheet.value(row, 0, line.role().name());
        sheet.value(row, 1, line.level());
        for (int index = 0; index < line.cells().size(); index++) {
            int column = index + BEFORE;
            switch (line.cells().get(index)) {
                case null -> {}
                case Long count -> sheet.value(row, column, count);
                case BigDecimal decimal -> {
                    sheet.value(row, column, decimal);
                    sheet.style(row, column).format(format(decimal)).set();
                }
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Instant time -> sheet.value(row, column, time.toString());
                case Object text -> sheet.value(row, column, text.toString());
            }
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    /** As many digits as it has. */
    private static String format(BigDecimal decimal) {
        return decimal.scale() <= 0 ? "0" : "0." + "0".repeat(decimal.scale());
    }

    @Override
    public void end() throws IOException {
        workbook.close();
        UndatedZip.copy(file, out);
    }

    @Override
    public void close() throws IOException {
        fileOut.close();
        Files.deleteIfExists(file);
    }
}
