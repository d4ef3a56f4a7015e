package io.baytap.fare.tariff;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A table of a feed as text: those that onebusaway-gtfs does not know, that it reads into floating point, or of which it does
 * not tell whether a column is there.
 */
record CsvTable(String file, boolean present, List<NamedCsvRecord> records) {

    /** A table that the feed does not have is empty. */
    static CsvTable read(Path zip, String file) throws IOException, TariffRefusedException {
        try (var archive = new ZipFile(zip.toFile())) {
            ZipEntry entry = archive.getEntry(file);
            if (entry == null) {
                return new CsvTable(file, false, List.of());
            }
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .detectBomHeader(true)
                    .ofNamedCsvRecord(archive.getInputStream(entry), StandardCharsets.UTF_8)) {
                List<NamedCsvRecord> records = new ArrayList<>();
                reader.forEach(records::add);
                return new CsvTable(file, true, List.copyOf(records));
            } catch (CsvParseException e) {
                throw new TariffRefusedException(file, null, String.valueOf(e.getMessage()));
            }
        }
    }

    boolean hasColumn(String column) {
        return !records.isEmpty() && records.getFirst().getHeader().contains(column);
    }

    /** Empty if the column is missing or the field is. */
    static String field(NamedCsvRecord record, String column) {
        return record.findField(column).map(String::strip).orElse("");
    }

    String required(NamedCsvRecord record, String column) throws TariffRefusedException {
        String value = field(record, column);
        if (value.isEmpty()) {
            throw refused(record, column + " is missing");
        }
        return value;
    }

    /** A whole number within bounds. */
    int number(NamedCsvRecord record, String column, int min, int max) throws TariffRefusedException {
        String text = required(record, column);
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of bounds.
        }
        throw refused(record, column + " " + text + " is not a number from " + min + " to " + max);
    }

    TariffRefusedException refused(NamedCsvRecord record, String reason) {
        return new TariffRefusedException(file, row(record), reason);
    }

    static int row(NamedCsvRecord record) {
        return (int) record.getStartingLineNumber();
    }
}
