package io.baytap.fare.tariff;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.fare.domain.LegRule;
import io.baytap.fare.domain.Timeframe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onebusaway.gtfs.model.AgencyAndId;
import org.onebusaway.gtfs.model.Area;
import org.onebusaway.gtfs.model.FareLegRule;

/** Reads {@code fare_leg_rules.txt}; every id in a row has to exist, and no two rows may contradict each other. */
final class LegRuleTable {

    static final String FILE = "fare_leg_rules.txt";

    private final Set<String> networks;
    private final Map<String, Product> products;
    private final Map<String, List<Timeframe>> timeframes;

    LegRuleTable(Set<String> networks, Map<String, Product> products, Map<String, List<Timeframe>> timeframes) {
        this.networks = networks;
        this.products = products;
        this.timeframes = timeframes;
    }

    List<LegRule> read(GtfsTables tables) throws TariffRefusedException {
        List<LegRule> rules = new ArrayList<>();
        Map<Condition, LegRule> byCondition = new HashMap<>();
        for (Row<FareLegRule> row : tables.rows(FareLegRule.class)) {
            LegRule rule = rule(row.line(), row.value());
            String group = id(row.value().getFromTimeframeGroupId());
            LegRule other = byCondition.put(
                    new Condition(rule.network(), rule.from(), rule.to(), group, rule.priority()), rule);
            if (other != null && !other.fare().equals(rule.fare())) {
                throw new TariffRefusedException(
                        FILE,
                        rule.row(),
                        "fare " + rule.fare() + " contradicts row " + other.row() + ": " + other.fare());
            }
            rules.add(rule);
        }
        if (rules.isEmpty()) {
            throw new TariffRefusedException(FILE, null, "no rule");
        }
        return rules;
    }

    private LegRule rule(int row, FareLegRule rule) throws TariffRefusedException {
        if (rule.getDistanceType() != null || rule.getMinDistance() != null || rule.getMaxDistance() != null) {
            throw new TariffRefusedException(FILE, row, "distance rules are not supported");
        }
        if (rule.getToTimeframeGroupId() != null) {
            throw new TariffRefusedException(FILE, row, "to_timeframe_group_id is not supported");
        }
        String network = rule.getNetworkId() == null ? ANY : rule.getNetworkId();
        if (!network.equals(ANY) && !networks.contains(network)) {
            throw new TariffRefusedException(FILE, row, "unknown network_id " + network);
        }
        Product product = products.get(id(rule.getFareProductId()));
        if (product == null) {
            throw new TariffRefusedException(FILE, row, "unknown fare_product_id " + id(rule.getFareProductId()));
        }
        return new LegRule(
                row,
                network,
                area(rule.getFromArea()),
                area(rule.getToArea()),
                timeframes(row, id(rule.getFromTimeframeGroupId())),
                rule.getRulePriorityOption().orElse(0),
                product.id(),
                product.fare());
    }

    private @Nullable List<Timeframe> timeframes(int row, String group) throws TariffRefusedException {
        if (group.equals(ANY)) {
            return null;
        }
        List<Timeframe> found = timeframes.get(group);
        if (found == null) {
            throw new TariffRefusedException(FILE, row, "unknown from_timeframe_group_id " + group);
        }
        return found;
    }

    private static String area(@Nullable Area area) {
        return area == null ? ANY : area.getId().getId();
    }

    private static String id(@Nullable AgencyAndId id) {
        return id == null ? ANY : id.getId();
    }

    private record Condition(String network, String from, String to, String timeframeGroup, int priority) {}
}
