package io.baytap.fare.tariff;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.fare.domain.LegRule;
import io.baytap.fare.domain.LegRules;
import io.baytap.fare.domain.Policy;
import io.baytap.fare.domain.Tariff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onebusaway.gtfs.model.Agency;
import org.onebusaway.gtfs.model.FeedInfo;
import org.onebusaway.gtfs.model.Network;
import org.onebusaway.gtfs.model.Route;
import org.onebusaway.gtfs.model.RouteNetworkAssignment;
import org.onebusaway.gtfs.model.Stop;
import org.onebusaway.gtfs.model.StopAreaElement;

/** Makes a {@link Tariff} of an operator's GTFS Fares v2 feed and policy file; all of it or nothing. */
public final class TariffFeed {

    private final Policy policy;
    private final GtfsTables tables;

    private TariffFeed(Policy policy, GtfsTables tables) {
        this.policy = policy;
        this.tables = tables;
    }

    /**
     * Reads and checks both files.
     *
     * @throws IOException if a file cannot be opened
     * @throws TariffRefusedException if anything in them is unknown, missing, contradictory or absurd
     */
    public static Tariff load(Path zip, Path policyYaml) throws IOException, TariffRefusedException {
        byte[] yaml = Files.readAllBytes(policyYaml);
        Policy policy = PolicyFile.parse(String.valueOf(policyYaml.getFileName()), yaml);
        var feed = new TariffFeed(policy, GtfsTables.read(zip, policy.operatorId()));
        String version = feed.version() + "+policy-" + fingerprint(yaml);
        ZoneId zone = feed.zone();
        List<LegRule> rules = new LegRuleTable(
                        feed.networks(), ProductTable.read(zip, policy.currency()), Timeframes.read(feed.tables))
                .read(feed.tables);
        var fares = new Tariff.Fares(zone, feed.areasByStop(), feed.networkByRoute(), feed.rulesByNetwork(rules));
        new TariffChecks(policy, fares).check(rules, feed.tables.rows(Route.class));
        return new Tariff(policy, version, fares);
    }

    private String version() throws TariffRefusedException {
        List<Row<FeedInfo>> rows = tables.rows(FeedInfo.class);
        if (rows.size() != 1) {
            throw new TariffRefusedException("feed_info.txt", null, "one row is needed, not " + rows.size());
        }
        String version = rows.getFirst().value().getVersion();
        if (version == null || !version.startsWith(policy.operatorId() + "@")) {
            throw new TariffRefusedException(
                    "feed_info.txt", 2, "feed_version " + version + " is not " + policy.operatorId() + "@…");
        }
        return version;
    }

    private ZoneId zone() throws TariffRefusedException {
        List<Row<Agency>> agencies = tables.rows(Agency.class);
        Agency agency = agencies.isEmpty() ? null : agencies.getFirst().value();
        if (agency == null || agencies.size() > 1 || !policy.operatorId().equals(agency.getId())) {
            throw new TariffRefusedException(
                    "agency.txt", 2, "exactly one agency is needed, " + policy.operatorId() + " as in the policy");
        }
        try {
            return ZoneId.of(agency.getTimezone());
        } catch (DateTimeException _) {
            throw new TariffRefusedException("agency.txt", 2, "unknown agency_timezone " + agency.getTimezone());
        }
    }

    private Set<String> networks() {
        Set<String> networks = new HashSet<>();
        tables.rows(Network.class)
                .forEach(row -> networks.add(row.value().getId().getId()));
        return networks;
    }

    private Map<String, Set<String>> areasByStop() {
        Map<String, Set<String>> areas = new HashMap<>();
        tables.rows(Stop.class).forEach(row -> areas.put(row.value().getId().getId(), Set.of()));
        for (Row<StopAreaElement> row : tables.rows(StopAreaElement.class)) {
            String area = row.value().getArea().getId().getId();
            areas.merge(row.value().getStop().getId().getId(), Set.of(area), TariffFeed::union);
        }
        return areas;
    }

    /** A deck's network is not the route's own: it is found by its name, {@code <routeId>/<deck>}. */
    private Map<String, String> networkByRoute() throws TariffRefusedException {
        Set<String> networks = networks();
        Map<String, String> byRoute = new HashMap<>();
        tables.rows(Route.class).forEach(row -> byRoute.put(row.value().getId().getId(), ANY));
        for (Row<RouteNetworkAssignment> row : tables.rows(RouteNetworkAssignment.class)) {
            String route = row.value().getRoute().getId().getId();
            String network = row.value().getNetworkId();
            if (!networks.contains(network)) {
                throw new TariffRefusedException("route_networks.txt", row.line(), "unknown network_id " + network);
            }
            if (network.startsWith(route + "/")) {
                continue;
            }
            String other = byRoute.put(route, network);
            if (other != null && !other.equals(ANY) && !other.equals(network)) {
                throw new TariffRefusedException(
                        "route_networks.txt", row.line(), "route " + route + " is in two networks");
            }
        }
        return byRoute;
    }

    /** A rule without a network belongs to every network, and to the routes that have none. */
    private Map<String, LegRules> rulesByNetwork(List<LegRule> rules) {
        Map<String, List<LegRule>> byNetwork = new HashMap<>();
        rules.forEach(rule -> byNetwork
                .computeIfAbsent(rule.network(), _ -> new ArrayList<>())
                .add(rule));
        List<LegRule> ofAll = byNetwork.getOrDefault(ANY, List.of());
        Map<String, LegRules> tables = new HashMap<>();
        Set<String> networks = networks();
        networks.add(ANY);
        for (String network : networks) {
            List<LegRule> own = new ArrayList<>(network.equals(ANY) ? List.of() : ofAll);
            own.addAll(byNetwork.getOrDefault(network, List.of()));
            if (!own.isEmpty()) {
                tables.put(network, new LegRules(own));
            }
        }
        return tables;
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.addAll(b);
        return Set.copyOf(both);
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
