package io.baytap.reporting.rest.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.baytap.reporting.domain.report.Column;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportRow;
import io.baytap.reporting.domain.report.ReportSink;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8. The first two columns say what a row is for; details, totals and controls have the same columns. */
final class CsvSink implements ReportSink {

    private final CsvWriter csv;

    CsvSink(OutputStream out) {
        this.csv = CsvWriter.builder()
                .bufferSize(1 << 16)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
    }

    @Override
    public void begin(ReportQuestion question) {
        CsvWriter.CsvWriterRecord header = csv.writeRecord().writeField("row").writeField("level");
        for (Column column : question.kind().columns()) {
            header.writeField(column.name());
        }
        header.endRecord();
    }

    @Override
    public void row(ReportRow row) {
        CsvWriter.CsvWriterRecord line =
                csv.writeRecord().writeField(row.role().name()).writeField(row.level());
        for (@Nullable Object cell : row.cells()) {
            line.writeField(Texts.harmless(cell));
        }
        line.endRecord();
    }

    @Override
    public void end() throws IOException {
        csv.close();
    }
}
