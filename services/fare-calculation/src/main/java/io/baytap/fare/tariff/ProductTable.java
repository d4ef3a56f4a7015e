package io.baytap.fare.tariff;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.baytap.schemas.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads {@code fare_products.txt} as text, because onebusaway-gtfs reads amounts as float. */
final class ProductTable {

    static final String FILE = "fare_products.txt";

    /** In whole units of the currency. The dearest published single fare is 120; more than this is a mistake. */
    static final BigDecimal FARE_MAX = new BigDecimal(300);

    private static final List<String> UNSUPPORTED = List.of("rider_category_id", "fare_media_id");

    private final Currency currency;

    private ProductTable(Currency currency) {
        this.currency = currency;
    }

    static Map<String, Product> read(Path zip, Currency currency) throws IOException, TariffRefusedException {
        try (var file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry(FILE);
            if (entry == null) {
                throw new TariffRefusedException(FILE, null, "the feed lacks this file");
            }
            if (file.getEntry("fare_transfer_rules.txt") != null) {
                throw new TariffRefusedException("fare_transfer_rules.txt", null, "transfer rules are not supported");
            }
            try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                    .detectBomHeader(true)
                    .ofNamedCsvRecord(file.getInputStream(entry), StandardCharsets.UTF_8)) {
                return new ProductTable(currency).products(records);
            } catch (CsvParseException e) {
                throw new TariffRefusedException(FILE, null, String.valueOf(e.getMessage()));
            }
        }
    }

    private Map<String, Product> products(Iterable<NamedCsvRecord> records) throws TariffRefusedException {
        Map<String, Product> products = new HashMap<>();
        for (NamedCsvRecord record : records) {
            int row = (int) record.getStartingLineNumber();
            for (String column : UNSUPPORTED) {
                if (!field(record, column).isEmpty()) {
                    throw new TariffRefusedException(FILE, row, column + " is not supported");
                }
            }
            String id = required(record, row, "fare_product_id");
            String code = required(record, row, "currency");
            if (!code.equals(currency.getCurrencyCode())) {
                throw new TariffRefusedException(
                        FILE, row, "currency " + code + ", but the policy says " + currency.getCurrencyCode());
            }
            Money fare = fare(row, required(record, row, "amount"));
            if (products.put(id, new Product(id, fare)) != null) {
                throw new TariffRefusedException(FILE, row, "fare_product_id " + id + " stands twice");
            }
        }
        return products;
    }

    private Money fare(int row, String amount) throws TariffRefusedException {
        try {
            var major = new BigDecimal(amount);
            if (major.signum() < 0) {
                throw new TariffRefusedException(FILE, row, "negative fare " + amount);
            }
            if (major.compareTo(FARE_MAX) > 0) {
                throw new TariffRefusedException(FILE, row, "absurd fare " + amount + ": more than " + FARE_MAX);
            }
            return Money.ofMajor(major, currency);
        } catch (NumberFormatException | ArithmeticException _) {
            throw new TariffRefusedException(
                    FILE, row, "amount " + amount + " is no amount of " + currency.getCurrencyCode());
        }
    }

    private static String required(NamedCsvRecord record, int row, String column) throws TariffRefusedException {
        String value = field(record, column);
        if (value.isEmpty()) {
            throw new TariffRefusedException(FILE, row, column + " is missing");
        }
        return value;
    }

    private static String field(NamedCsvRecord record, String column) {
        return record.findField(column).map(String::strip).orElse("");
    }
}
