package io.baytap.reporting.rest.format;

import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** What a report can be had as. */
public enum ReportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Of statistics alone: a record is no observation. */
    SDMX("sdmx.csv", "application/vnd.sdmx.data+csv;version=2.0.0"),
    JSON("json", "application/json");

    private final String extension;
    private final String mediaType;

    ReportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public static Optional<ReportFormat> find(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean holds(ReportKind kind) {
        return this != SDMX || kind.isStatistic();
    }

    /** As people call it. */
    public String title() {
        return switch (this) {
            case CSV, XLSX, JSON -> name();
            case SDMX -> "SDMX-CSV";
        };
    }

    /** How many records one file takes. */
    public long recordsMax() {
        return this == XLSX ? XlsxSink.RECORDS_MAX : Long.MAX_VALUE;
    }

    public ReportSink sink(OutputStream out) throws IOException {
        return switch (this) {
            case CSV -> new CsvSink(out);
            case XLSX -> new XlsxSink(out);
            case SDMX -> new SdmxSink(out);
            case JSON -> new JsonSink(out);
        };
    }
}
