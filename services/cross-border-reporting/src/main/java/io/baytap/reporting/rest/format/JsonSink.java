package io.baytap.reporting.rest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.baytap.reporting.domain.report.Column;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportRow;
import io.baytap.reporting.domain.report.ReportSink;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** One object: what was asked, and rows as objects. Amounts are texts, for a reader that takes numbers for doubles. */
final class JsonSink implements ReportSink {

    private final JsonGenerator json;
    private List<Column> columns = List.of();

    JsonSink(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out);
    }

    @Override
    public void begin(ReportQuestion question) throws IOException {
        columns = question.kind().columns();
        json.writeStartObject();
        json.writeStringField("report", question.kind().title());
        json.writeStringField("from", question.days().from().toString());
        json.writeStringField("to", question.days().to().toString());
        json.writeStringField("asOf", question.asOf().toString());
        json.writeArrayFieldStart("rows");
    }

    @Override
    public void row(ReportRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("row", row.role().name());
        if (!row.level().isEmpty()) {
            json.writeStringField("level", row.level());
        }
        for (int index = 0; index < columns.size(); index++) {
            json.writeFieldName(columns.get(index).name());
            switch (row.cells().get(index)) {
                case null -> json.writeNull();
                case Long count -> json.writeNumber(count);
                case BigDecimal decimal -> json.writeString(decimal.toPlainString());
                case Object cell -> json.writeString(cell.toString());
            }
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
