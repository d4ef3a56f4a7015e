package io.baytap.tariffs.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row as it is read from a table of ours.
 *
 * <p>Every accessor throws {@link IllegalArgumentException}, naming row and column, where the text is not what the column
 * holds: a table is written by the importer, so that is a defect.
 */
record Fields(String file, NamedCsvRecord row) {

    String text(String column) {
        return row.findField(column).orElseThrow(() -> new IllegalArgumentException(at(column) + " is missing"));
    }

    int whole(String column) {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(at(column) + " is not a whole number", e);
        }
    }

    /** Null where both columns are empty. */
    @Nullable
    StopRange range(String from, String to) {
        return text(from).isEmpty() && text(to).isEmpty() ? null : new StopRange(whole(from), whole(to));
    }

    BigDecimal amount(String column) {
        try {
            return new BigDecimal(text(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(at(column) + " is not an amount", e);
        }
    }

    LocalDate date(String column) {
        return LocalDate.parse(text(column));
    }

    boolean flag(String column) {
        return text(column).equals("1");
    }

    private String at(String column) {
        return "%s row %d: %s".formatted(file, row.getStartingLineNumber(), column);
    }
}
