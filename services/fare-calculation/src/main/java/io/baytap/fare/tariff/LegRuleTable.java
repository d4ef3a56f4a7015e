package io.baytap.fare.tariff;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.fare.domain.LegRule;
import io.baytap.fare.domain.Price;
import io.baytap.fare.domain.Timeframe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onebusaway.gtfs.model.AgencyAndId;
import org.onebusaway.gtfs.model.Area;
import org.onebusaway.gtfs.model.FareLegRule;

/** Reads {@code fare_leg_rules.txt}; every id in a row has to exist, and no row may stand twice. */
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

    /** The rules whose product the policy's riders can buy. */
    List<LegRule> read(GtfsTables tables) throws TariffRefusedException {
        List<LegRule> rules = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Row<FareLegRule> row : tables.rows(FareLegRule.class)) {
            FareLegRule rule = row.value();
            if (!seen.add(List.of(
                    network(row.line(), rule),
                    area(rule.getFromArea()),
                    area(rule.getToArea()),
                    id(rule.getFromTimeframeGroupId()),
                    id(rule.getToTimeframeGroupId()),
                    id(rule.getFareProductId())))) {
                throw new TariffRefusedException(FILE, row.line(), "the rule stands twice");
            }
            LegRule read = rule(row.line(), rule);
            if (read != null) {
                rules.add(read);
            }
        }
        if (rules.isEmpty()) {
            throw new TariffRefusedException(FILE, null, "no rule");
        }
        return rules;
    }

    private @Nullable LegRule rule(int row, FareLegRule rule) throws TariffRefusedException {
        if (rule.getDistanceType() != null || rule.getMinDistance() != null || rule.getMaxDistance() != null) {
            throw new TariffRefusedException(FILE, row, "distance rules are no part of GTFS and not supported");
        }
        Product product = products.get(id(rule.getFareProductId()));
        if (product == null) {
            throw new TariffRefusedException(FILE, row, "unknown fare_product_id " + id(rule.getFareProductId()));
        }
        if (product.fare() == null) {
            return null;
        }
        if (product.fare().isNegative()) {
            throw new TariffRefusedException(FILE, row, "negative fare " + product.fare());
        }
        return new LegRule(
                row,
                network(row, rule),
                area(rule.getFromArea()),
                area(rule.getToArea()),
                timeframes(row, "from_timeframe_group_id", id(rule.getFromTimeframeGroupId())),
                timeframes(row, "to_timeframe_group_id", id(rule.getToTimeframeGroupId())),
                rule.getRulePriorityOption().orElse(0),
                new Price(
                        product.fare(),
                        product.id(),
                        rule.getLegGroupId() == null ? null : id(rule.getLegGroupId()),
                        FILE + ":" + row));
    }

    private String network(int row, FareLegRule rule) throws TariffRefusedException {
        String network = rule.getNetworkId() == null ? ANY : rule.getNetworkId();
        if (!network.equals(ANY) && !networks.contains(network)) {
            throw new TariffRefusedException(FILE, row, "unknown network_id " + network);
        }
        return network;
    }

    private @Nullable List<Timeframe> timeframes(int row, String column, String group) throws TariffRefusedException {
        if (group.equals(ANY)) {
            return null;
        }
        List<Timeframe> found = timeframes.get(group);
        if (found == null) {
            throw new TariffRefusedException(FILE, row, "unknown " + column + " " + group);
        }
        return found;
    }

    private static String area(@Nullable Area area) {
        return area == null ? ANY : area.getId().getId();
    }

    private static String id(@Nullable AgencyAndId id) {
        return id == null ? ANY : id.getId();
    }
}
