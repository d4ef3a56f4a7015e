package io.baytap.reporting.domain.report;

import java.io.IOException;

/** Takes a report row by row, and keeps none of them. */
public interface ReportSink extends AutoCloseable {

    void begin(ReportQuestion question) throws IOException;

    void row(ReportRow row) throws IOException;

    void end() throws IOException;

    /** Whether it came to its end or not. */
    @Override
    default void close() throws IOException {}
}
