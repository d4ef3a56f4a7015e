package io.baytap.fare.tariff;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.baytap.fare.domain.Policy;
import io.baytap.schemas.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code fare_products.txt} as text, because onebusaway-gtfs reads amounts as float. Of a product's rows those count
 * that are for the rider category and the fare media of the policy, and of those the cheapest.
 */
final class ProductTable {

    static final String FILE = "fare_products.txt";

    private final Policy policy;
    private final CsvTable table;
    private final Set<String> media;
    private final Set<String> categories = new HashSet<>();
    private @Nullable String category;

    private ProductTable(Policy policy, Path zip) throws IOException, TariffRefusedException {
        this.policy = policy;
        this.table = CsvTable.read(zip, FILE);
        if (!table.present()) {
            throw new TariffRefusedException(FILE, null, "the feed lacks this file");
        }
        this.media = ids(CsvTable.read(zip, "fare_media.txt"), "fare_media_id");
        this.category = policy.riderCategory();
        readCategories(CsvTable.read(zip, "rider_categories.txt"));
        known(policy.riderCategory(), categories, "riderCategory");
        known(policy.fareMedia(), media, "fareMedia");
    }

    /** By id. A product that nobody can buy with that media has no price, but its id is known. */
    static Map<String, Product> read(Path zip, Policy policy) throws IOException, TariffRefusedException {
        return new ProductTable(policy, zip).products();
    }

    private void readCategories(CsvTable rows) throws TariffRefusedException {
        for (NamedCsvRecord record : rows.records()) {
            String id = rows.required(record, "rider_category_id");
            categories.add(id);
            if (category == null
                    && CsvTable.field(record, "is_default_fare_category").equals("1")) {
                category = id;
            }
        }
    }

    private Map<String, Product> products() throws TariffRefusedException {
        Map<String, Product> products = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord record : table.records()) {
            String id = table.required(record, "fare_product_id");
            String forCategory = CsvTable.field(record, "rider_category_id");
            String forMedia = CsvTable.field(record, "fare_media_id");
            if (!seen.add(id + '\n' + forCategory + '\n' + forMedia)) {
                throw table.refused(record, "fare_product_id " + id + " stands twice");
            }
            check(record, forCategory, categories, "rider_category_id");
            check(record, forMedia, media, "fare_media_id");
            if (!forCategory.isEmpty() && category == null) {
                throw table.refused(
                        record,
                        "rider_category_id " + forCategory + ", but neither the policy nor a default category"
                                + " says who taps");
            }
            Money fare = fare(record);
            boolean usable = (forCategory.isEmpty() || forCategory.equals(category))
                    && (forMedia.isEmpty() || policy.fareMedia() == null || forMedia.equals(policy.fareMedia()));
            products.merge(id, new Product(id, usable ? fare : null), Product::cheaper);
        }
        return products;
    }

    private Money fare(NamedCsvRecord record) throws TariffRefusedException {
        String code = table.required(record, "currency");
        if (!code.equals(policy.currency().getCurrencyCode())) {
            throw table.refused(record, "currency " + code + ", but the policy says " + policy.currency());
        }
        String amount = table.required(record, "amount");
        try {
            var major = new BigDecimal(amount);
            if (major.abs().compareTo(policy.fareMax()) > 0) {
                throw table.refused(record, "absurd fare " + amount + ": more than " + policy.fareMax());
            }
            return Money.ofMajor(major, policy.currency());
        } catch (NumberFormatException | ArithmeticException _) {
            throw table.refused(record, "amount " + amount + " is no amount of " + code);
        }
    }

    private void check(NamedCsvRecord record, String id, Set<String> ids, String column) throws TariffRefusedException {
        if (!id.isEmpty() && !ids.contains(id)) {
            throw table.refused(record, "unknown " + column + " " + id);
        }
    }

    private void known(@Nullable String id, Set<String> ids, String key) throws TariffRefusedException {
        if (id != null && !ids.contains(id)) {
            throw new TariffRefusedException(policy.operatorId() + ".yaml", null, key + ": the feed has no " + id);
        }
    }

    private static Set<String> ids(CsvTable table, String column) throws TariffRefusedException {
        Set<String> ids = new HashSet<>();
        for (NamedCsvRecord record : table.records()) {
            ids.add(table.required(record, column));
        }
        return ids;
    }
}
