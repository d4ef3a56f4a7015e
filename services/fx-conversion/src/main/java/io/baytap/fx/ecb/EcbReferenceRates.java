package io.baytap.fx.ecb;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.baytap.fx.domain.RateSheet;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Reads the European Central Bank's table of euro reference rates (eurofxref-hist.csv: a column per currency, a row per
 * day). The whole table is checked, not only the currencies that are used: a fault anywhere says that the file is not
 * what it should be.
 */
public final class EcbReferenceRates implements RateSheet {

    @Override
    public Reading read(InputStream content, Instant now) {
        // A decoder that reports: a byte that is no text must not become a question mark.
        var text = new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder());
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return read(records, now);
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

    private static Reading read(CsvReader<CsvRecord> records, Instant now) {
        var rows = records.iterator();
        if (!rows.hasNext()) {
            return new Reading.Refused(Fault.EMPTY, null, null, "there is no header");
        }
        return switch (EcbColumns.of(rows.next())) {
            case EcbColumns.Header.Refused(Reading.Refused refused) -> refused;
            case EcbColumns.Header.Columns(EcbColumns columns) -> {
                var days = new EcbDays(columns, now);
                while (rows.hasNext()) {
                    Reading.Refused refused = days.add(rows.next());
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
