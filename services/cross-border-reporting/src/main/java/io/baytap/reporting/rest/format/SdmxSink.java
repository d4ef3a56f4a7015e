package io.baytap.reporting.rest.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.baytap.reporting.domain.report.Column;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportRow;
import io.baytap.reporting.domain.report.ReportRow.Role;
import io.baytap.reporting.domain.report.ReportSink;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-CSV 2.0: an observation for each measure of a row. The first time dimension of the report is TIME_PERIOD. A total has
 * {@code _T} in every dimension, no frequency, and the whole range as its time; a control says in OBS_STATUS whether it agrees
 * (A: normal) or not (D: definition differs).
 */
final class SdmxSink implements ReportSink {

    private static final String MONTHLY = "M";
    private static final String TOTAL = "_T";

    /** A dimension of an observation is never empty: that would mean any value of it. */
    private static final String NOT_APPLICABLE = "_Z";

    private final CsvWriter csv;
    private final List<Integer> dimensions = new ArrayList<>();
    private final List<Integer> measures = new ArrayList<>();
    private List<Column> columns = List.of();
    private String structure = "";
    private String frequency = "";
    private String range = "";

    SdmxSink(OutputStream out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    @Override
    public void begin(ReportQuestion question) {
        columns = question.kind().columns();
        structure = "BAYTAP:" + question.kind().name() + "(1.0)";
        frequency = frequency(question);
        range = question.days().from() + "/P" + question.days().days() + "D";
        List<String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ"));
        for (int index = 1; index < columns.size(); index++) {
            if (columns.get(index).isMeasure()) {
                measures.add(index);
            } else {
                dimensions.add(index);
                header.add(columns.get(index).name().toUpperCase(Locale.ROOT));
            }
        }
        header.addAll(List.of("LEVEL", "MEASURE", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS"));
        csv.writeRecord(header);
    }

    /** Where its first column is a period, as long as that; a month, if it is the first day of one. */
    private static String frequency(ReportQuestion question) {
        Column first = question.kind().columns().getFirst();
        if (first.type() == Column.Type.DAY) {
            return question.kind() == ReportKind.SUBSIDIES ? MONTHLY : "D";
        }
        return switch (question.by()) {
            case DAY -> "D";
            case MONTH -> MONTHLY;
            case QUARTER -> "Q";
            case YEAR -> "A";
        };
    }

    @Override
    public void row(ReportRow row) {
        for (int measure : measures) {
            Object value = row.cells().get(measure);
            if (value == null) {
                continue;
            }
            boolean detail = row.role() == Role.DETAIL;
            List<String> line =
                    new ArrayList<>(List.of("dataflow", structure, "I", detail ? frequency : NOT_APPLICABLE));
            dimensions.forEach(index -> line.add(dimension(row, index)));
            line.add(row.level().isEmpty() ? row.role().name() : row.level());
            line.add(columns.get(measure).name().toUpperCase(Locale.ROOT));
            line.add(detail ? time(row.cells().getFirst()) : range);
            line.add(Texts.of(value));
            line.add(unit(row, columns.get(measure)));
            line.add(row.role() == Role.CONTROL_DIFFERS ? "D" : "A");
            csv.writeRecord(line);
        }
    }

    private static String dimension(ReportRow row, int index) {
        Object cell = row.cells().get(index);
        if (cell == null) {
            return row.role() == Role.DETAIL ? NOT_APPLICABLE : TOTAL;
        }
        return Texts.harmless(cell);
    }

    private String time(@Nullable Object cell) {
        return frequency.equals(MONTHLY) && cell instanceof LocalDate day
                ? YearMonth.from(day).toString()
                : Texts.of(cell);
    }

    private String unit(ReportRow row, Column measure) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(measure.currency())) {
                return Texts.of(row.cells().get(index));
            }
        }
        return "PN";
    }

    @Override
    public void end() throws IOException {
        csv.close();
    }
}
