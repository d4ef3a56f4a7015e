package io.baytap.tariffs.published;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * One table of published figures.
 *
 * @param file its name in the folder of tables
 * @param columns its header
 * @param toFields a row as text, in the order of the columns
 * @param fromFields the row that a line of text stands for
 */
record Table<T>(String file, List<String> columns, Function<T, List<String>> toFields, Function<Fields, T> fromFields) {

    List<T> read(Path directory) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(directory.resolve(file))) {
            return rows.stream()
                    .map(row -> fromFields.apply(new Fields(file, row)))
                    .toList();
        }
    }

    void write(Path directory, Collection<T> rows) throws IOException {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(directory.resolve(file))) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(toFields.apply(row)));
        }
    }
}
