package io.baytap.fx.ecb;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.baytap.fx.domain.RateSheet.Fault;
import io.baytap.fx.domain.RateSheet.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The ECB's tables as CSV, a column per currency and a row per day: eurofxref-hist.csv, and eurofxref.csv of one day. */
final class EcbCsv {

    private EcbCsv() {}

    static Reading read(InputStream content, EcbDays days) {
        // A decoder that reports: a byte that is no text must not become a question mark.
        var text = new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder());
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return read(records, days);
        } catch (CsvParseException e) {
            return new Reading.Refused(Fault.NOT_TEXT, null, null, "not a CSV table");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                return notText();
            }
            throw e;
        } catch (CharacterCodingException e) {
            return notText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(CsvReader<CsvRecord> records, EcbDays days) {
        var rows = records.iterator();
        if (!rows.hasNext()) {
            return new Reading.Refused(Fault.EMPTY, null, null, "there is no header");
        }
        return switch (EcbColumns.of(rows.next())) {
            case EcbColumns.Header.Refused(Reading.Refused refused) -> refused;
            case EcbColumns.Header.Columns(EcbColumns columns) -> {
                while (rows.hasNext()) {
                    CsvRecord row = rows.next();
                    Reading.Refused refused = row.getFieldCount() == columns.fieldCount()
                            ? days.add(
                                    row.getStartingLineNumber(), row.getField(0).strip(), columns.prices(row))
                            : EcbDays.refused(
                                    row.getStartingLineNumber(),
                                    Fault.WRONG_FIELD_COUNT,
                                    null,
                                    row.getFieldCount() + " fields where the header has " + columns.fieldCount());
                    if (refused != null) {
                        yield refused;
                    }
                }
                yield days.reading();
            }
        };
    }

    private static Reading notText() {
        return new Reading.Refused(Fault.NOT_TEXT, null, null, "not UTF-8");
    }
}
