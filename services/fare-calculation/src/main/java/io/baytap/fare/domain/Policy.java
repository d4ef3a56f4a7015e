package io.baytap.fare.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What GTFS cannot say about an operator.
 *
 * @param city where the operator runs: hong-kong, shenzhen …
 * @param territory whose currency area that is: ISO 3166-1 alpha-2
 * @param effectiveFrom from when on it counts, by the operator's clock; null: from the feed's {@code feed_start_date}
 * @param riderCategory whose fare products count beside those for everybody; null: the feed's default category
 * @param fareMedia which fare media is tapped with; null: products of any media count
 * @param fareMax in whole units of the currency: a dearer product is a mistake
 * @param joinPauseMax legs with a longer pause between them are not joined, whatever the feed's join rules say
 */
public record Policy(
        String operatorId,
        Currency currency,
        String city,
        String territory,
        @Nullable LocalDateTime effectiveFrom,
        @Nullable String riderCategory,
        @Nullable String fareMedia,
        Duration joinPauseMax,
        BigDecimal fareMax,
        List<Clause> clauses,
        List<OffPeak> offPeak) {

    /**
     * How the taps of some routes make journeys.
     *
     * @param routes route ids, or prefixes that end in {@code *}
     * @param journeyMax longest journey; zero where one tap is the whole journey
     * @param maximumFare what a journey costs that lacks a tap
     * @param surcharge what is paid on top for a longer journey; null: such a journey costs the maximum fare instead
     * @param sameStation for who leaves where he entered; null: as the feed has it
     * @param linked stations between which a journey costs nothing
     * @param freeRides true if a fare of nothing is meant; otherwise it means that there is no service
     * @param everyPair true if the tariff has to price every pair of stops of the network
     */
    public record Clause(
            List<String> routes,
            Pairing pairing,
            Duration journeyMax,
            MaximumFare maximumFare,
            @Nullable MaximumFare surcharge,
            @Nullable SameStation sameStation,
            List<Set<String>> linked,
            Duration reTapWindow,
            boolean everyPair,
            boolean freeRides) {

        boolean links(String stopId, String otherStopId) {
            return linked.stream().anyMatch(group -> group.contains(stopId) && group.contains(otherStopId));
        }
    }

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
                ? routeId.regionMatches(0, pattern, 0, pattern.length() - 1)
                : routeId.equals(pattern);
    }

    private record Match(String pattern, Clause clause) {
        int rank() {
            return pattern.endsWith("*") ? pattern.length() : Integer.MAX_VALUE;
        }
    }
}
