package io.baytap.fare.tariff;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.baytap.fare.domain.LegRule;
import io.baytap.fare.domain.TransferRule;
import io.baytap.fare.domain.TransferRule.Cost;
import io.baytap.fare.domain.TransferRule.Span;
import io.baytap.fare.domain.Transfers;
import io.baytap.schemas.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code fare_transfer_rules.txt}, with what the GTFS reference requires and forbids of its fields. */
final class TransferRuleTable {

    static final String FILE = "fare_transfer_rules.txt";

    /** By {@code duration_limit_type}. */
    private static final List<Span> SPANS = List.of(
            Span.DEPARTURE_TO_ARRIVAL, Span.DEPARTURE_TO_DEPARTURE, Span.ARRIVAL_TO_DEPARTURE, Span.ARRIVAL_TO_ARRIVAL);

    /** By {@code fare_transfer_type}. */
    private static final List<Cost> COSTS = List.of(Cost.FROM_AND_TRANSFER, Cost.FROM_TRANSFER_AND_TO, Cost.TRANSFER);

    private final CsvTable table;
    private final Map<String, Product> products;
    private final Set<String> legGroups = new HashSet<>();
    private final Currency currency;

    TransferRuleTable(CsvTable table, Map<String, Product> products, List<LegRule> rules, Currency currency) {
        this.table = table;
        this.products = products;
        this.currency = currency;
        rules.forEach(rule -> {
            if (rule.price().legGroupId() != null) {
                legGroups.add(rule.price().legGroupId());
            }
        });
    }

    Transfers read() throws TariffRefusedException {
        List<TransferRule> rules = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (NamedCsvRecord record : table.records()) {
            TransferRule rule = rule(record);
            if (rule == null) {
                continue;
            }
            if (!seen.add(
                    List.of(rule.from(), rule.to(), rule.product(), rule.countMax(), String.valueOf(rule.limit())))) {
                throw table.refused(record, "the rule stands twice");
            }
            rules.add(rule);
        }
        return new Transfers(rules);
    }

    private @Nullable TransferRule rule(NamedCsvRecord record) throws TariffRefusedException {
        String from = group(record, "from_leg_group_id");
        String to = group(record, "to_leg_group_id");
        Duration limit = limit(record);
        Span span = SPANS.get(limit == null ? 0 : table.number(record, "duration_limit_type", 0, 3));
        Cost cost = COSTS.get(table.number(record, "fare_transfer_type", 0, 2));
        Money product = product(record);
        return product == null
                ? null
                : new TransferRule(
                        CsvTable.row(record), from, to, countMax(record, from, to), limit, span, cost, product);
    }

    private String group(NamedCsvRecord record, String column) throws TariffRefusedException {
        String group = CsvTable.field(record, column);
        if (!group.isEmpty() && !legGroups.contains(group)) {
            throw table.refused(record, "unknown " + column + " " + group);
        }
        return group;
    }

    private int countMax(NamedCsvRecord record, String from, String to) throws TariffRefusedException {
        boolean given = !CsvTable.field(record, "transfer_count").isEmpty();
        if (given != from.equals(to)) {
            throw table.refused(
                    record,
                    "transfer_count is for transfers within one leg group: " + (given ? "forbidden" : "required")
                            + " here");
        }
        if (!given) {
            return 1;
        }
        int count = table.number(record, "transfer_count", TransferRule.NO_LIMIT, Integer.MAX_VALUE);
        if (count == 0) {
            throw table.refused(record, "transfer_count 0 is neither -1 nor a number of transfers");
        }
        return count;
    }

    private @Nullable Duration limit(NamedCsvRecord record) throws TariffRefusedException {
        if (CsvTable.field(record, "duration_limit").isEmpty()) {
            if (!CsvTable.field(record, "duration_limit_type").isEmpty()) {
                throw table.refused(record, "duration_limit_type without duration_limit");
            }
            return null;
        }
        return Duration.ofSeconds(table.number(record, "duration_limit", 1, Integer.MAX_VALUE));
    }

    /** Nothing, if the rule names no product; null if the policy's riders cannot buy it. */
    private @Nullable Money product(NamedCsvRecord record) throws TariffRefusedException {
        String id = CsvTable.field(record, "fare_product_id");
        if (id.isEmpty()) {
            return Money.zero(currency);
        }
        Product product = products.get(id);
        if (product == null) {
            throw table.refused(record, "unknown fare_product_id " + id);
        }
        return product.fare();
    }
}
