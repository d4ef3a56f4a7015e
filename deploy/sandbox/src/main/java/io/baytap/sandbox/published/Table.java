package io.baytap.sandbox.published;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One file of published figures. */
final class Table {

    private Table() {}

    /**
     * All rows in the file's order.
     *
     * @throws UncheckedIOException if there is no such file
     */
    static List<NamedCsvRecord> read(Path folder, String file) {
        try (Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file)).stream()) {
            return rows.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("published table " + file, e);
        }
    }

    /** Whole minor units of a currency with two decimals: {@code 4.90} is 490. */
    static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
