package io.baytap.reporting.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows of a report as RFC 4180 writes them. */
final class CsvRows {

    private CsvRows() {}

    /** In UTF-8. */
    static byte[] of(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(bytes)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** A text that a spreadsheet would run as a formula is shown as text. Numbers do not pass through here. */
    static String text(String value) {
        return value.isEmpty() || "=+-@\t\r\n".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}
