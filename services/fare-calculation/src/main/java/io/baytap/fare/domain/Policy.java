package io.baytap.fare.domain;

import java.time.Duration;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What GTFS cannot say about an operator.
 *
 * @param city where the operator runs: hong-kong, shenzhen …
 * @param territory whose currency area that is: ISO 3166-1 alpha-2
 */
public record Policy(String operatorId, Currency currency, String city, String territory, List<Clause> clauses) {

    /**
     * How the taps of some routes make journeys.
     *
     * @param routes route ids, or prefixes that end in {@code *}
     * @param journeyMax longest journey; zero unless pairing is {@link Pairing#ENTRY_EXIT}
     * @param everyPair true if the tariff has to price every pair of stops of the network
     */
    public record Clause(
            List<String> routes,
            Pairing pairing,
            Duration journeyMax,
            MaximumFare maximumFare,
            Duration reTapWindow,
            boolean everyPair) {}

    /** The clause for a route: the exact id before any prefix, the longer prefix before the shorter. */
    public Optional<Clause> findClause(String routeId) {
        return clauses.stream()
                .flatMap(clause -> clause.routes().stream()
                        .filter(pattern -> matches(pattern, routeId))
                        .map(pattern -> new Match(pattern, clause)))
                .max(Comparator.comparingInt(Match::rank))
                .map(Match::clause);
    }

    /** True if the pattern is that route id, or a prefix of it with {@code *} at the end. */
    public static boolean matches(String pattern, String routeId) {
        return pattern.endsWith("*")
                ? routeId.startsWith(pattern.substring(0, pattern.length() - 1))
                : routeId.equals(pattern);
    }

    private record Match(String pattern, Clause clause) {
        int rank() {
            return pattern.endsWith("*") ? pattern.length() : Integer.MAX_VALUE;
        }
    }
}
