package io.baytap.fare.tariff;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.fare.domain.LegRule;
import io.baytap.fare.domain.LegRules;
import io.baytap.fare.domain.OffPeak;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.Policy;
import io.baytap.fare.domain.Tariff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.onebusaway.gtfs.model.Route;

/** What must hold between the tables of a feed and its policy, beyond each row being right by itself. */
final class TariffChecks {

    private final Policy policy;
    private final Tariff.Fares fares;
    private final NavigableMap<String, LegRules> rulesByNetwork;

    TariffChecks(Policy policy, Tariff.Fares fares) {
        this.policy = policy;
        this.fares = fares;
        this.rulesByNetwork = new TreeMap<>(fares.rulesByNetwork());
    }

    /** Routes that the policy does not name are nobody's who taps: they are not looked at. */
    void check(List<LegRule> rules, List<Row<Route>> routes) throws TariffRefusedException {
        Map<String, Policy.Clause> clauseByNetwork = new TreeMap<>();
        for (Row<Route> row : routes) {
            String route = row.value().getId().getId();
            Optional<Policy.Clause> clause = policy.findClause(route);
            if (clause.isPresent()) {
                checkRoute(row.line(), route, clause.get(), clauseByNetwork);
            }
        }
        checkPatterns(routes);
        checkFreeRides(rules, clauseByNetwork);
        Map<String, Set<String>> stops = stopsByArea();
        for (Map.Entry<String, Policy.Clause> network : clauseByNetwork.entrySet()) {
            if (network.getValue().everyPair() && !network.getKey().equals(ANY)) {
                checkEveryPair(network.getKey(), rules, stops);
            }
        }
        checkPlaces();
    }

    private void checkRoute(int row, String route, Policy.Clause clause, Map<String, Policy.Clause> clauseByNetwork)
            throws TariffRefusedException {
        Set<String> networks = networks(route);
        if (networks.isEmpty()) {
            throw new TariffRefusedException("routes.txt", row, "no fare for route " + route);
        }
        for (String network : networks) {
            Policy.Clause other = clauseByNetwork.put(network, clause);
            if (!network.equals(ANY) && other != null && other.pairing() != clause.pairing()) {
                throw new TariffRefusedException(
                        "routes.txt", row, "network " + network + " has two pairings in the policy");
            }
        }
    }

    /** What the policy names has to be in the feed. */
    private void checkPlaces() throws TariffRefusedException {
        for (Policy.Clause clause : policy.clauses()) {
            for (Set<String> group : clause.linked()) {
                checkStops("networks.linkedStations", group);
            }
            if (clause.sameStation() != null) {
                checkStops(
                        "networks.sameStation.lowestFareAt",
                        clause.sameStation().lowestFareAt());
            }
        }
        for (OffPeak offPeak : policy.offPeak()) {
            checkStops("offPeak.stops", offPeak.stops());
            if (!fares.services().containsKey(offPeak.service())) {
                throw refused("offPeak.service: the feed has no service_id " + offPeak.service());
            }
        }
    }

    private void checkStops(String key, Set<String> stops) throws TariffRefusedException {
        for (String stop : stops) {
            if (!fares.areasByStop().containsKey(stop)) {
                throw refused(key + ": the feed has no stop " + stop);
            }
        }
    }

    private TariffRefusedException refused(String reason) {
        return new TariffRefusedException(policy.operatorId() + ".yaml", null, reason);
    }

    private Set<String> networks(String route) {
        // Those of its directions are named after it: RED/1, RED/2.
        Set<String> networks = new HashSet<>(
                rulesByNetwork.subMap(route + "/", route + (char) ('/' + 1)).keySet());
        String own = fares.networkByRoute().getOrDefault(route, ANY);
        if (rulesByNetwork.containsKey(own)) {
            networks.add(own);
        }
        return networks;
    }

    private void checkPatterns(List<Row<Route>> routes) throws TariffRefusedException {
        for (Policy.Clause clause : policy.clauses()) {
            for (String pattern : clause.routes()) {
                if (routes.stream()
                        .noneMatch(row ->
                                Policy.matches(pattern, row.value().getId().getId()))) {
                    throw refused("networks.routes: no route is " + pattern);
                }
            }
        }
    }

    /** Where one tap is the whole journey, a published zero means that there is no service, not that it is free. */
    private void checkFreeRides(List<LegRule> rules, Map<String, Policy.Clause> clauseByNetwork)
            throws TariffRefusedException {
        for (LegRule rule : rules) {
            Policy.Clause clause = clauseByNetwork.get(rule.network());
            boolean meant = clause == null || clause.freeRides() || clause.pairing() == Pairing.ENTRY_EXIT;
            if (rule.fare().isZero() && !meant) {
                throw new TariffRefusedException(LegRuleTable.FILE, rule.row(), "a ride for nothing");
            }
        }
    }

    private void checkEveryPair(String network, List<LegRule> rules, Map<String, Set<String>> stopsByArea)
            throws TariffRefusedException {
        Set<String> stops = new HashSet<>();
        for (LegRule rule : rules) {
            if (rule.network().equals(network)) {
                stops.addAll(stopsByArea.getOrDefault(rule.from(), Set.of()));
                stops.addAll(stopsByArea.getOrDefault(rule.to(), Set.of()));
            }
        }
        LegRules table = fares.rulesByNetwork().get(network);
        for (String from : stops) {
            for (String to : stops) {
                if (table == null || !table.covers(areas(from), areas(to))) {
                    throw new TariffRefusedException(
                            LegRuleTable.FILE,
                            null,
                            "no fare from " + from + " to " + to + " in network " + network
                                    + " (a network that does not sell every pair says pairs: SPARSE in its policy)");
                }
            }
        }
    }

    private Set<String> areas(String stop) {
        return fares.areasByStop().getOrDefault(stop, Set.of());
    }

    private Map<String, Set<String>> stopsByArea() {
        Map<String, Set<String>> stops = new HashMap<>();
        fares.areasByStop()
                .forEach((stop, areas) -> areas.forEach(area ->
                        stops.computeIfAbsent(area, _ -> new HashSet<>()).add(stop)));
        return stops;
    }
}
