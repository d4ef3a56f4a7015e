package io.baytap.fx.ecb;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.baytap.fx.domain.RateSheet.Fault;
import io.baytap.fx.domain.RateSheet.Reading;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of an ECB table: {@code Date}, then ISO 4217 codes. The ECB ends each line with a comma: one last column
 * without a name is allowed.
 *
 * @param currencies of the columns after the date, in the file's order
 * @param fieldCount of every row
 */
record EcbColumns(List<Currency> currencies, int fieldCount) {

    private static final String DATE = "Date";

    /** What a header line turned out to be. */
    sealed interface Header {
        record Columns(EcbColumns columns) implements Header {}

        record Refused(Reading.Refused refused) implements Header {}
    }

    static Header of(CsvRecord header) {
        // Some copies of the file begin with a byte order mark.
        String first = header.getField(0).replace("\uFEFF", "").strip();
        if (!first.equals(DATE)) {
            return refused(header, Fault.UNKNOWN_COLUMN, first, "the first column is not " + DATE);
        }
        int named = header.getFieldCount();
        if (header.getField(named - 1).isBlank()) {
            named--;
        }
        List<Currency> currencies = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (String field : header.getFields().subList(1, named)) {
            String code = field.strip();
            if (!codes.add(code)) {
                return refused(header, Fault.DUPLICATE_COLUMN, code, "the column stands twice");
            }
            try {
                currencies.add(Currency.getInstance(code));
            } catch (IllegalArgumentException e) {
                return refused(header, Fault.UNKNOWN_COLUMN, code, "not the ISO 4217 code of a currency");
            }
        }
        for (String code : EcbDays.NEEDED) {
            if (!codes.contains(code)) {
                return refused(header, Fault.MISSING_COLUMN, code, "the column is missing");
            }
        }
        return new Header.Columns(new EcbColumns(List.copyOf(currencies), header.getFieldCount()));
    }

    private static Header refused(CsvRecord header, Fault fault, String field, String detail) {
        return new Header.Refused(new Reading.Refused(fault, header.getStartingLineNumber(), field, detail));
    }

    /** A row's prices, in the order of the columns. */
    List<EcbDays.Price> prices(CsvRecord row) {
        List<EcbDays.Price> prices = new ArrayList<>();
        for (int i = 0; i < currencies.size(); i++) {
            prices.add(new EcbDays.Price(currencies.get(i), row.getField(i + 1).strip()));
        }
        return prices;
    }
}
