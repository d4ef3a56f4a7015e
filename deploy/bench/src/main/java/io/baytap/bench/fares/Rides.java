package io.baytap.bench.fares;

import io.baytap.bench.fares.SoldRules.SoldRule;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.Policy;
import io.baytap.fare.domain.Ride;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.Tariffs;
import io.baytap.fare.tariff.TariffDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws rides that have a fare: every leg rule of every feed with the same chance, so each operator in proportion to its rules. */
final class Rides {

    static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    /** Days of {@link #YEAR} and the hours in which most services run. */
    private static final int YEAR = 2026;

    private static final int FIRST_SECOND = 6 * 3600;
    private static final int LAST_SECOND = 23 * 3600;

    /** More draws in a row without a fare: the feeds are not what this class takes them for. */
    private static final int DRAWS_MAX = 10_000;

    /** A ride, the tariff that prices it and how its taps make a journey. */
    record Sold(Tariff tariff, Pairing pairing, Ride ride) {}

    private final Tariffs tariffs;
    private final List<SoldRule> rules;

    private Rides(Tariffs tariffs, List<SoldRule> rules) {
        this.tariffs = tariffs;
        this.rules = rules;
    }

    /** Of the feeds in that directory. */
    static Rides of(Path feeds) throws IOException {
        var directory = new TariffDirectory(feeds);
        directory.refresh();
        directory.obstacle().ifPresent(obstacle -> {
            throw new IllegalStateException(obstacle);
        });
        return new Rides(directory.tariffs(), SoldRules.read(feeds));
    }

    Tariffs tariffs() {
        return tariffs;
    }

    /** So many, at any time of a year. */
    List<Sold> draw(int count, RandomGenerator random) {
        List<Sold> rides = new ArrayList<>(count);
        while (rides.size() < count) {
            rides.add(draw(random, _ -> true, null));
        }
        return rides;
    }

    /**
     * One that pairs like that.
     *
     * @param at when; null: at any time of a year
     */
    Sold draw(RandomGenerator random, Predicate<Pairing> pairing, @Nullable Instant at) {
        for (int drawn = 0; drawn < DRAWS_MAX; drawn++) {
            SoldRule rule = rules.get(random.nextInt(rules.size()));
            Optional<Sold> sold =
                    sold(rule, random, at == null ? anyTime(random) : at).filter(ride -> pairing.test(ride.pairing()));
            if (sold.isPresent()) {
                return sold.get();
            }
        }
        throw new IllegalStateException("no ride with a fare in " + DRAWS_MAX + " draws");
    }

    /** Empty if there is no fare, as on another day of the week than the rule's. */
    private Optional<Sold> sold(SoldRule rule, RandomGenerator random, Instant at) {
        Tariff tariff = tariffs.find(rule.operatorId(), at).orElseThrow();
        Optional<Policy.Clause> clause = tariff.policy().findClause(rule.routeId());
        if (rule.fromStopIds().isEmpty() || clause.isEmpty()) {
            return Optional.empty();
        }
        Pairing pairing = clause.get().pairing();
        String from = any(rule.fromStopIds(), random);
        String to = any(rule.toStopIds().isEmpty() ? rule.fromStopIds() : rule.toStopIds(), random);
        var ride = switch (pairing) {
            case ENTRY_EXIT -> new Ride(rule.routeId(), rule.deck(), from, to, at);
            case ON_ENTRY, BOARD_THEN_REBATE -> new Ride(rule.routeId(), rule.deck(), from, null, at);
            case ON_EXIT -> new Ride(rule.routeId(), rule.deck(), null, to, at);
        };
        boolean sold = !(pairing == Pairing.ENTRY_EXIT && from.equals(to))
                && tariff.price(ride).isPresent();
        return sold ? Optional.of(new Sold(tariff, pairing, ride)) : Optional.empty();
    }

    private static String any(List<String> stops, RandomGenerator random) {
        return stops.get(random.nextInt(stops.size()));
    }

    private static Instant anyTime(RandomGenerator random) {
        return LocalDate.ofYearDay(YEAR, 1 + random.nextInt(365))
                .atStartOfDay(HONG_KONG)
                .plusSeconds(random.nextInt(FIRST_SECOND, LAST_SECOND))
                .toInstant();
    }
}
