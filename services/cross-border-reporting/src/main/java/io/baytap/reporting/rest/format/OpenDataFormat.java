package io.baytap.reporting.rest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.baytap.reporting.domain.opendata.OpenData;
import io.baytap.reporting.domain.opendata.OpenData.Published;
import io.baytap.reporting.domain.opendata.OpenData.PublishedCell;
import io.baytap.reporting.domain.opendata.OpenTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What open data can be had as: the same rows, each with its count or a status that says why there is none. */
public enum OpenDataFormat {
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public void write(Published published, OpenTable table, OpenData openData, OutputStream out)
                throws IOException {
            try (CsvWriter csv = CsvWriter.builder()
                    .bufferSize(1 << 16)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(out)) {
                csv.writeRecord(columns(table));
                openData.read(published.period(), table, cell -> {
                    CsvWriter.CsvWriterRecord row =
                            csv.writeRecord().writeField(published.period().title());
                    table.dimensions(cell).forEach(dimension -> row.writeField(Texts.harmless(dimension)));
                    row.writeField(Texts.of(cell.journeys()))
                            .writeField(status(cell))
                            .endRecord();
                });
            }
        }
    },
    JSON("json", "application/json") {
        @Override
        public void write(Published published, OpenTable table, OpenData openData, OutputStream out)
                throws IOException {
            try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
                json.writeStartObject();
                json.writeStringField("table", table.title());
                json.writeStringField("period", published.period().title());
                json.writeNumberField("threshold", published.threshold());
                json.writeArrayFieldStart("rows");
                openData.read(published.period(), table, cell -> row(json, table, cell));
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    };

    private static final String COUNT = "journeys";

    /** As SDMX calls it, with two of its codes: C is confidential, F is free. */
    private static final String STATUS = "conf_status";

    private final String extension;
    private final String mediaType;

    OpenDataFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public static Optional<OpenDataFormat> find(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    public static List<String> extensions() {
        return Arrays.stream(values()).map(format -> format.extension).toList();
    }

    public static List<String> columns(OpenTable table) {
        List<String> columns = new ArrayList<>(List.of("period"));
        columns.addAll(table.columns());
        columns.addAll(List.of(COUNT, STATUS));
        return columns;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Writes the table as it is read. One that breaks off lacks the end of its JSON, or of its transfer. */
    public abstract void write(Published published, OpenTable table, OpenData openData, OutputStream out)
            throws IOException;

    private static void row(JsonGenerator json, OpenTable table, PublishedCell cell) throws IOException {
        json.writeStartObject();
        List<String> dimensions = table.dimensions(cell);
        for (int index = 0; index < dimensions.size(); index++) {
            json.writeStringField(table.columns().get(index), dimensions.get(index));
        }
        Long journeys = cell.journeys();
        if (journeys == null) {
            json.writeNullField(COUNT);
        } else {
            json.writeNumberField(COUNT, journeys);
        }
        json.writeStringField(STATUS, status(cell));
        json.writeEndObject();
    }

    private static String status(PublishedCell cell) {
        return cell.journeys() == null ? "C" : "F";
    }
}
