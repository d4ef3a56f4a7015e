package io.baytap.fare.domain;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.schemas.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One operator's published fares and policy. Immutable; prices are in {@link #currency()}.
 *
 * <p>A route belongs to a network of the feed; a ferry deck has a network of its own, {@code <routeId>/<deck>}.
 */
public final class Tariff {

    /** The feed's part of a tariff, checked. */
    public record Fares(
            ZoneId zone,
            Map<String, Set<String>> areasByStop,
            Map<String, String> networkByRoute,
            Map<String, LegRules> rulesByNetwork) {}

    private final Policy policy;
    private final String version;
    private final Fares fares;

    public Tariff(Policy policy, String version, Fares fares) {
        this.policy = policy;
        this.version = version;
        this.fares = fares;
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

    /** True if the stop is priced, on some day, as an end of a ride on that route. */
    public boolean serves(String routeId, @Nullable String deck, String stopId) {
        LegRules rules = rules(routeId, deck);
        return rules != null && hasStop(stopId) && rules.touch(areas(stopId));
    }

    /** How taps on that route make journeys; empty for a route of another operator. */
    public Optional<Terms> findTerms(String routeId, @Nullable String deck) {
        if (!hasRoute(routeId)) {
            return Optional.empty();
        }
        return policy.findClause(routeId)
                .map(clause -> new Terms(
                        policy.operatorId(),
                        policy.city(),
                        policy.territory(),
                        policy.currency(),
                        network(routeId, deck).equals(ANY) ? routeId : network(routeId, deck),
                        clause.pairing(),
                        clause.journeyMax(),
                        clause.reTapWindow()));
    }

    /**
     * What a ride costs; empty if the tariff has no fare for it. With one end unknown it is the highest fare that the
     * known end allows.
     */
    public Optional<Price> price(Ride ride) {
        LegRules rules = rules(ride.routeId(), ride.deck());
        if (rules == null) {
            return Optional.empty();
        }
        LocalDateTime local = LocalDateTime.ofInstant(ride.at(), fares.zone());
        return Optional.ofNullable(decide(rules, ride, local)).map(LegRule::price);
    }

    /** What a journey on that route costs when it lacks a tap or takes too long; empty where the policy has no such fare. */
    public Optional<Price> maximum(String routeId, @Nullable String deck) {
        LegRules rules = rules(routeId, deck);
        if (rules == null) {
            return Optional.empty();
        }
        return policy.findClause(routeId).flatMap(clause -> switch (clause.maximumFare()) {
            case MaximumFare.Highest _ -> rules.highest().map(fare -> maximum(fare, "HIGHEST"));
            case MaximumFare.Fixed(Money amount) ->
                Optional.of(maximum(amount, amount.toMajor().toPlainString()));
        });
    }

    private static Price maximum(Money fare, String clause) {
        return new Price(fare, null, "policy:maximumFare=" + clause);
    }

    private @Nullable LegRule decide(LegRules rules, Ride ride, LocalDateTime local) {
        String from = ride.fromStopId();
        String to = ride.toStopId();
        if (from != null && to != null) {
            return hasStop(from) && hasStop(to) ? rules.find(areas(from), areas(to), local) : null;
        }
        if (from != null) {
            return hasStop(from) ? rules.findDearestFrom(areas(from), local) : null;
        }
        return to != null && hasStop(to) ? rules.findDearestTo(areas(to), local) : null;
    }

    private @Nullable LegRules rules(String routeId, @Nullable String deck) {
        return hasRoute(routeId) ? fares.rulesByNetwork().get(network(routeId, deck)) : null;
    }

    private String network(String routeId, @Nullable String deck) {
        if (deck != null) {
            String ofDeck = routeId + "/" + deck;
            if (fares.rulesByNetwork().containsKey(ofDeck)) {
                return ofDeck;
            }
        }
        return fares.networkByRoute().getOrDefault(routeId, ANY);
    }

    private Set<String> areas(String stopId) {
        return fares.areasByStop().getOrDefault(stopId, Set.of());
    }
}
