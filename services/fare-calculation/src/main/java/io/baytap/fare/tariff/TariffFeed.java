package io.baytap.fare.tariff;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.fare.domain.LegRule;
import io.baytap.fare.domain.LegRules;
import io.baytap.fare.domain.LegRules.EmptyFields;
import io.baytap.fare.domain.Policy;
import io.baytap.fare.domain.Tariff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.onebusaway.gtfs.model.Agency;
import org.onebusaway.gtfs.model.FeedInfo;
import org.onebusaway.gtfs.model.Network;
import org.onebusaway.gtfs.model.Route;
import org.onebusaway.gtfs.model.RouteNetworkAssignment;
import org.onebusaway.gtfs.model.Stop;
import org.onebusaway.gtfs.model.StopAreaElement;
import org.onebusaway.gtfs.model.calendar.ServiceDate;

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
        String version = feed.version(zip) + "+policy-" + fingerprint(yaml);
        Map<String, Product> products = ProductTable.read(zip, policy);
        var timeframes = new Timeframes(feed.tables);
        List<LegRule> rules = new LegRuleTable(feed.networks(), products, timeframes.groups()).read(feed.tables);
        Map<String, Set<String>> areasByStop = feed.areasByStop();
        var fares = new Tariff.Fares(
                feed.zone(),
                feed.effectiveFrom(),
                areasByStop,
                feed.networkByRoute(),
                feed.rulesByNetwork(rules, CsvTable.read(zip, LegRuleTable.FILE).hasColumn("rule_priority")),
                timeframes.services(),
                new JoinRuleTable(CsvTable.read(zip, JoinRuleTable.FILE), feed.networks(), areasByStop.keySet()).read(),
                new TransferRuleTable(CsvTable.read(zip, TransferRuleTable.FILE), products, rules, policy.currency())
                        .read(),
                FeedNames.of(feed.tables));
        new TariffChecks(policy, fares).check(rules, feed.tables.rows(Route.class));
        return new Tariff(policy, version, fares);
    }

    /** What is in a feed, however it is packed. */
    static String content(Path zip) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            return archive.stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + Long.toHexString(entry.getCrc()))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The feed's own name for itself, or a fingerprint where it has none. */
    private String version(Path zip) throws IOException, TariffRefusedException {
        List<Row<FeedInfo>> rows = tables.rows(FeedInfo.class);
        if (rows.size() > 1) {
            throw new TariffRefusedException("feed_info.txt", rows.get(1).line(), "more than one row");
        }
        String version = rows.isEmpty() ? null : rows.getFirst().value().getVersion();
        if (version == null || version.isBlank()) {
            return policy.operatorId() + "@" + fingerprint(Files.readAllBytes(zip));
        }
        String prefix = policy.operatorId() + "@";
        return version.startsWith(prefix) ? version : prefix + version;
    }

    /** As the policy has it; otherwise as the feed has it; otherwise since ever. */
    private LocalDateTime effectiveFrom() {
        if (policy.effectiveFrom() != null) {
            return policy.effectiveFrom();
        }
        List<Row<FeedInfo>> rows = tables.rows(FeedInfo.class);
        ServiceDate start = rows.isEmpty() ? null : rows.getFirst().value().getStartDate();
        return start == null
                ? LocalDateTime.MIN
                : LocalDate.of(start.getYear(), start.getMonth(), start.getDay())
                        .atStartOfDay();
    }

    /** GTFS has all agencies of a feed in one time zone. */
    private ZoneId zone() throws TariffRefusedException {
        List<Row<Agency>> agencies = tables.rows(Agency.class);
        if (agencies.isEmpty()) {
            throw new TariffRefusedException("agency.txt", null, "no agency");
        }
        String zone = agencies.getFirst().value().getTimezone();
        for (Row<Agency> agency : agencies) {
            if (!agency.value().getTimezone().equals(zone)) {
                throw new TariffRefusedException("agency.txt", agency.line(), "another agency_timezone than row 2");
            }
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw new TariffRefusedException("agency.txt", 2, "unknown agency_timezone " + zone);
        }
    }

    /** Of {@code networks.txt}, or those that routes name themselves. */
    private Set<String> networks() {
        Set<String> networks = new HashSet<>();
        tables.rows(Network.class)
                .forEach(row -> networks.add(row.value().getId().getId()));
        tables.rows(Route.class).stream()
                .map(row -> row.value().getNetworkId())
                .filter(Objects::nonNull)
                .forEach(networks::add);
        return networks;
    }

    /** A platform is in the areas of its station, unless it is assigned to areas of its own. */
    private Map<String, Set<String>> areasByStop() {
        Map<String, Set<String>> areas = new HashMap<>();
        tables.rows(Stop.class).forEach(row -> areas.put(row.value().getId().getId(), Set.of()));
        for (Row<StopAreaElement> row : tables.rows(StopAreaElement.class)) {
            String area = row.value().getArea().getId().getId();
            areas.merge(row.value().getStop().getId().getId(), Set.of(area), TariffFeed::union);
        }
        for (Row<Stop> row : tables.rows(Stop.class)) {
            String id = row.value().getId().getId();
            String station = row.value().getParentStation();
            if (station != null && areas.getOrDefault(id, Set.of()).isEmpty()) {
                areas.put(id, areas.getOrDefault(station, Set.of()));
            }
        }
        return areas;
    }

    /** A deck's network is not the route's own: it is found by its name, {@code <routeId>/<deck>}. */
    private Map<String, String> networkByRoute() throws TariffRefusedException {
        Set<String> networks = networks();
        Map<String, String> byRoute = new HashMap<>();
        tables.rows(Route.class).forEach(row -> {
            String own = row.value().getNetworkId();
            byRoute.put(row.value().getId().getId(), own == null ? ANY : own);
        });
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

    /**
     * By network, those of any network among them.
     *
     * @param priorities whether the file has a column {@code rule_priority}: without it an empty field means only what no
     *     rule of the file names
     */
    private Map<String, LegRules> rulesByNetwork(List<LegRule> rules, boolean priorities) {
        Map<String, List<LegRule>> byNetwork = new HashMap<>();
        Set<String> origins = new HashSet<>();
        Set<String> destinations = new HashSet<>();
        for (LegRule rule : rules) {
            byNetwork.computeIfAbsent(rule.network(), _ -> new ArrayList<>()).add(rule);
            origins.add(rule.from());
            destinations.add(rule.to());
        }
        var empty = priorities ? EmptyFields.MEAN_ANY : new EmptyFields(origins, destinations);
        List<LegRule> ofAny = byNetwork.getOrDefault(ANY, List.of());
        Map<String, LegRules> tables = new HashMap<>();
        Set<String> networks = networks();
        networks.add(ANY);
        for (String network : networks) {
            List<LegRule> own = new ArrayList<>(byNetwork.getOrDefault(network, List.of()));
            if (!network.equals(ANY) && (priorities || own.isEmpty())) {
                own.addAll(ofAny);
            }
            if (!own.isEmpty()) {
                tables.put(network, new LegRules(own, empty));
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
