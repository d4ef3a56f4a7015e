package io.baytap.tariffs.importer;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One row of a published file. Every accessor refuses the row where the text is not what it should be. */
final class SourceRow {

    /** No ride of these operators costs more, in whole units of its currency; the dearest published one is 120. */
    static final BigDecimal FARE_MAX = new BigDecimal("250");

    private final NamedCsvRecord row;

    SourceRow(NamedCsvRecord row) {
        this.row = row;
    }

    /** Without the spaces around it; never empty. */
    String text(String column) {
        String text = row.getField(column).strip();
        if (text.isEmpty()) {
            throw new RowRefused(column + " is empty");
        }
        return text;
    }

    String optional(String column) {
        return row.getField(column).strip();
    }

    int whole(String column, int min, int max) {
        return whole(column, text(column), min, max);
    }

    /** Some files write whole numbers as 1.00. */
    static int whole(String column, String text, int min, int max) {
        int value;
        try {
            value = new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new RowRefused("%s is no whole number: %s".formatted(column, text));
        }
        if (value < min || value > max) {
            throw new RowRefused("%s is %d, outside %d to %d".formatted(column, value, min, max));
        }
        return value;
    }

    /** An id that some files write with zeros before it. */
    String number(String column) {
        return Integer.toString(whole(column, 0, 999_999));
    }

    /** A fare with two decimals, of at least 0 and at most {@link #FARE_MAX}. */
    BigDecimal fareOrZero(String column) {
        BigDecimal fare = decimal(column);
        if (fare.signum() < 0) {
            throw new RowRefused("%s is negative: %s".formatted(column, fare));
        }
        if (fare.compareTo(FARE_MAX) > 0) {
            throw new RowRefused("%s is absurd: %s is more than %s".formatted(column, fare, FARE_MAX));
        }
        try {
            return fare.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new RowRefused("%s is finer than a cent: %s".formatted(column, fare));
        }
    }

    /** A fare that is not zero: in these files zero means that there is no service, never that it is free. */
    BigDecimal fare(String column) {
        BigDecimal fare = fareOrZero(column);
        if (fare.signum() == 0) {
            throw new RowRefused(column + " is 0, which means no service, not a free ride");
        }
        return fare;
    }

    BigDecimal decimal(String column) {
        String text = text(column);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new RowRefused("%s is no number: %s".formatted(column, text));
        }
    }
}
