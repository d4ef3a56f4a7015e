package io.baytap.fare.domain;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of an operator's published fares and policy. Immutable; prices are in {@link #currency()}.
 *
 * <p>A route belongs to a network of the feed; a ferry deck has a network of its own, {@code <routeId>/<deck>}.
 */
public final class Tariff {

    /**
     * The feed's part of a tariff, checked.
     *
     * @param from when it comes into force, by the operator's clock
     * @param services the days of each service id
     */
    public record Fares(
            ZoneId zone,
            LocalDateTime from,
            Map<String, Set<String>> areasByStop,
            Map<String, String> networkByRoute,
            Map<String, LegRules> rulesByNetwork,
            Map<String, ServiceDays> services,
            List<JoinRule> joins,
            Transfers transfers,
            Names names) {}

    private final Policy policy;
    private final String version;
    private final Fares fares;
    private final Instant inForceFrom;

    /** By route id, and by {@code <routeId>/<deck>} where a deck has a network of its own. */
    private final Map<String, Line> lines = new HashMap<>();

    /**
     * What is known of a route.
     *
     * @param rules null if nothing is sold there
     */
    private record Line(
            @Nullable LegRules rules,
            Policy.@Nullable Clause clause,
            @Nullable Terms terms) {}

    public Tariff(Policy policy, String version, Fares fares) {
        this.policy = policy;
        this.version = version;
        this.fares = fares;
        this.inForceFrom = fares.from().equals(LocalDateTime.MIN)
                ? Instant.MIN
                : fares.from().atZone(fares.zone()).toInstant();
        fares.networkByRoute().forEach((route, network) -> lines.put(route, line(route, network)));
        for (String network : fares.rulesByNetwork().keySet()) {
            int slash = network.lastIndexOf('/');
            if (slash > 0 && hasRoute(network.substring(0, slash))) {
                lines.put(network, line(network.substring(0, slash), network));
            }
        }
    }

    private Line line(String routeId, String network) {
        Policy.Clause clause = policy.findClause(routeId).orElse(null);
        Terms terms = clause == null
                ? null
                : new Terms(
                        policy.operatorId(),
                        policy.city(),
                        policy.territory(),
                        policy.currency(),
                        network.equals(ANY) ? routeId : network,
                        clause.pairing(),
                        clause.journeyMax(),
                        clause.reTapWindow());
        return new Line(fares.rulesByNetwork().get(network), clause, terms);
    }

    public String operatorId() {
        return policy.operatorId();
    }

    public Currency currency() {
        return policy.currency();
    }

    /** Feed version and policy fingerprint: {@code MTR@2026-04+policy-1a2b3c4d}. */
    public String version() {
        return version;
    }

    /** From when on journeys are priced with it, unless a later version is in force. {@link Instant#MIN}: since ever. */
    public Instant inForceFrom() {
        return inForceFrom;
    }

    public Policy policy() {
        return policy;
    }

    public Set<String> routeIds() {
        return new TreeSet<>(fares.networkByRoute().keySet());
    }

    public boolean hasRoute(String routeId) {
        return fares.networkByRoute().containsKey(routeId);
    }

    public boolean hasStop(String stopId) {
        return fares.areasByStop().containsKey(stopId);
    }

    /** What the feed calls its routes, by their ids. */
    public Map<String, String> routeNames() {
        return fares.names().routes();
    }

    /** The decks of a route that have fares of their own; empty for most. */
    public List<String> decks(String routeId) {
        String prefix = routeId + "/";
        return fares.rulesByNetwork().keySet().stream()
                .filter(network -> network.startsWith(prefix))
                .map(network -> network.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** What the feed calls the stops that are priced on a route, on any deck, by their ids and in the feed's order. */
    public Map<String, String> stopNames(String routeId) {
        List<String> decks = decks(routeId);
        Map<String, String> served = new LinkedHashMap<>();
        fares.names().stops().forEach((stopId, name) -> {
            if (serves(routeId, null, stopId) || decks.stream().anyMatch(deck -> serves(routeId, deck, stopId))) {
                served.put(stopId, name);
            }
        });
        return served;
    }

    /** The feed's transfer rules. */
    public Transfers transfers() {
        return fares.transfers();
    }

    boolean joinsNothing() {
        return fares.joins().isEmpty();
    }

    /** True if a ride that begins with the second tap is joined to one that ended with the first. */
    boolean joins(RiderTap left, RiderTap entered) {
        Duration pause = Duration.between(left.at(), entered.at());
        return pause.compareTo(policy.joinPauseMax()) <= 0
                && !pause.isNegative()
                && fares.joins().stream()
                        .anyMatch(rule -> rule.joins(
                                left.terms().network(),
                                left.tap().stopId(),
                                entered.terms().network(),
                                entered.tap().stopId()));
    }

    /** True if the stop is priced, on some day, as an end of a ride on that route. */
    public boolean serves(String routeId, @Nullable String deck, String stopId) {
        LegRules rules = rules(routeId, deck);
        Set<String> areas = fares.areasByStop().get(stopId);
        return rules != null && areas != null && rules.touch(areas);
    }

    Optional<Policy.Clause> findClause(String routeId) {
        Line line = lines.get(routeId);
        return line == null ? policy.findClause(routeId) : Optional.ofNullable(line.clause());
    }

    /** How taps on that route make journeys; empty for a route of another operator. */
    public Optional<Terms> findTerms(String routeId, @Nullable String deck) {
        Line line = findLine(routeId, deck);
        return line == null ? Optional.empty() : Optional.ofNullable(line.terms());
    }

    /**
     * What a ride costs; empty if the tariff has no fare for it. With one end unknown it is the highest fare that the
     * known end allows.
     */
    public Optional<Price> price(Ride ride) {
        LegRules rules = rules(ride);
        return rules == null
                ? Optional.empty()
                : Optional.ofNullable(decide(rules, ride)).map(LegRule::price);
    }

    /** The lowest fare from where the ride begins to anywhere else; empty if there is none. */
    Optional<Money> lowestFrom(Ride ride) {
        LegRules rules = rules(ride);
        Set<String> from = areas(ride.fromStopId());
        return rules == null || from == null
                ? Optional.empty()
                : rules.findLowestFrom(from, times(ride)).map(LegRule::fare);
    }

    /** What a journey on that route costs when it lacks a tap; empty where the policy has no such fare. */
    public Optional<Price> maximum(String routeId, @Nullable String deck) {
        return findClause(routeId)
                .flatMap(clause -> amount(clause.maximumFare(), routeId, deck)
                        .map(fare -> new Price(fare, null, null, "policy:maximumFare=" + name(clause.maximumFare()))));
    }

    /** What is paid on top when a journey took too long; empty where the policy has no such surcharge. */
    Optional<Money> surcharge(String routeId, @Nullable String deck) {
        return findClause(routeId).map(Policy.Clause::surcharge).flatMap(surcharge -> amount(surcharge, routeId, deck));
    }

    /** The discount for who leaves there at that time. */
    Optional<OffPeak> findOffPeak(String routeId, String stopId, Instant leaves) {
        if (policy.offPeak().isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime local = LocalDateTime.ofInstant(leaves, fares.zone());
        return policy.offPeak().stream()
                .filter(offPeak -> {
                    ServiceDays days = fares.services().get(offPeak.service());
                    return days != null && offPeak.appliesTo(routeId, stopId, local, days);
                })
                .findFirst();
    }

    private Optional<Money> amount(MaximumFare fare, String routeId, @Nullable String deck) {
        LegRules rules = rules(routeId, deck);
        return switch (fare) {
            case MaximumFare.Highest _ -> rules == null ? Optional.empty() : rules.highest();
            case MaximumFare.Fixed(Money amount) -> Optional.of(amount);
        };
    }

    private static String name(MaximumFare fare) {
        return switch (fare) {
            case MaximumFare.Highest _ -> "HIGHEST";
            case MaximumFare.Fixed(Money amount) -> amount.toMajor().toPlainString();
        };
    }

    private @Nullable LegRule decide(LegRules rules, Ride ride) {
        Set<String> from = areas(ride.fromStopId());
        Set<String> to = areas(ride.toStopId());
        if ((from == null && ride.fromStopId() != null) || (to == null && ride.toStopId() != null)) {
            return null;
        }
        if (from != null) {
            return to == null ? rules.findDearestFrom(from, times(ride)) : rules.find(from, to, times(ride));
        }
        return to == null ? null : rules.findDearestTo(to, times(ride));
    }

    private LegTimes times(Ride ride) {
        return new LegTimes(ride.at(), ride.arriveAt(), fares.zone());
    }

    private @Nullable LegRules rules(Ride ride) {
        return ride.joined() ? fares.rulesByNetwork().get(ANY) : rules(ride.routeId(), ride.deck());
    }

    private @Nullable LegRules rules(String routeId, @Nullable String deck) {
        Line line = findLine(routeId, deck);
        return line == null ? null : line.rules();
    }

    private @Nullable Line findLine(String routeId, @Nullable String deck) {
        Line ofDeck = deck == null ? null : lines.get(routeId + "/" + deck);
        return ofDeck == null ? lines.get(routeId) : ofDeck;
    }

    /** Null if the stop is not known, or not one of the feed's. */
    private @Nullable Set<String> areas(@Nullable String stopId) {
        return stopId == null ? null : fares.areasByStop().get(stopId);
    }
}
