package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.ReferenceRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The ECB's euro reference rates of the currencies we use. */
final class Rates {

    /** No currency of ours moves a fifth in a day: a rate that does has lost a digit. */
    private static final BigDecimal DAILY_MOVE_MAX = new BigDecimal("0.20");

    private final SourceFile file;

    Rates(Path directory) {
        file = new SourceFile(directory, "fx/eurofxref-hist.csv");
    }

    List<SourceFile> files() {
        return List.of(file);
    }

    List<ReferenceRate> read() {
        List<Numbered<ReferenceRate>> rows = file.rows(List.of("Date", "USD", "CNY", "HKD"), Rates::rate);
        for (int i = 1; i < rows.size(); i++) {
            check(rows.get(i), rows.get(i - 1).value());
        }
        return rows.stream().map(Numbered::value).toList();
    }

    private static ReferenceRate rate(SourceRow row) {
        try {
            return new ReferenceRate(
                    LocalDate.parse(row.text("Date")), units(row, "USD"), units(row, "CNY"), units(row, "HKD"));
        } catch (DateTimeParseException e) {
            throw new RowRefused("Date is no date: " + row.text("Date"));
        }
    }

    private static BigDecimal units(SourceRow row, String currency) {
        BigDecimal units = row.decimal(currency);
        if (units.signum() <= 0) {
            throw new RowRefused("%s is not positive: %s".formatted(currency, units));
        }
        return units;
    }

    private void check(Numbered<ReferenceRate> row, ReferenceRate newer) {
        ReferenceRate rate = row.value();
        if (!rate.date().isBefore(newer.date())) {
            file.refuse(row.row(), "%s does not come before %s".formatted(rate.date(), newer.date()));
        }
        checkMove(row.row(), "USD", rate.usd(), newer.usd());
        checkMove(row.row(), "CNY", rate.cny(), newer.cny());
        checkMove(row.row(), "HKD", rate.hkd(), newer.hkd());
    }

    private void checkMove(long row, String currency, BigDecimal rate, BigDecimal newer) {
        if (rate.subtract(newer).abs().compareTo(rate.multiply(DAILY_MOVE_MAX)) > 0) {
            file.refuse(row, "%s moves from %s to %s in a day".formatted(currency, rate, newer));
        }
    }
}
