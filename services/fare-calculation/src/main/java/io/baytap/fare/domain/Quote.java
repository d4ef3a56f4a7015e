package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rides would cost that nobody has made yet: the rider's fares with them, against those without.
 *
 * @param journeys what they would make, and what they would change about the rider's other journeys
 */
public record Quote(List<FareChange> journeys) {

    /** A planned ride is never too old, whatever the rider did since. */
    private static final Duration HISTORY = Duration.ofDays(36_500);

    /**
     * A ride to be made.
     *
     * @param fromStopId null where the fare does not depend on it
     * @param toStopId null where the fare does not depend on it
     */
    public record PlannedRide(
            String operatorId,
            String routeId,
            @Nullable String deck,
            @Nullable String fromStopId,
            @Nullable String toStopId,
            Instant departs,
            Instant arrives) {}

    /** The outcome. */
    public sealed interface Result {
        /** What it would cost. */
        record Quoted(Quote quote) implements Result {}

        /**
         * Why there is no quote.
         *
         * @param ride its number, from 0
         */
        record Refused(int ride, String field, String reason) implements Result {}
    }

    /** Prices rides for a rider with that history; they are in time order. */
    public static Result of(RiderHistory history, List<PlannedRide> rides, Rulebook rules) {
        RiderHistory with = history;
        Instant end = Instant.MIN;
        for (int i = 0; i < rides.size(); i++) {
            PlannedRide ride = rides.get(i);
            Optional<Tariff> tariff = rules.tariffs().find(ride.operatorId(), ride.departs());
            if (tariff.isEmpty()) {
                return new Result.Refused(i, "operator", "has no tariff then");
            }
            Optional<Terms> terms = tariff.get().findTerms(ride.routeId(), ride.deck());
            if (terms.isEmpty()) {
                return new Result.Refused(i, "route", "is in no tariff of " + ride.operatorId());
            }
            String missing = missing(ride, terms.get());
            if (missing != null) {
                return new Result.Refused(i, missing, "is missing: the fare depends on it");
            }
            for (Tap tap : taps(i, ride, terms.get())) {
                Admission admission = Admission.decide(tap, with, HISTORY, rules.tariffs());
                if (!(admission instanceof Admission.Admitted(RiderTap admitted))) {
                    String field = tap.direction() == Direction.ENTRY ? "from" : "to";
                    return new Result.Refused(i, field, reason(admission));
                }
                with = with.with(admitted);
            }
            end = ride.arrives().isAfter(end) ? ride.arrives() : end;
        }
        return new Result.Quoted(new Quote(Assessment.of(with, rules, end).changes()));
    }

    private static @Nullable String missing(PlannedRide ride, Terms terms) {
        if (ride.fromStopId() == null && tapsOn(null, Direction.ENTRY, terms)) {
            return "from";
        }
        return ride.toStopId() == null && tapsOn(null, Direction.EXIT, terms) ? "to" : null;
    }

    private static boolean tapsOn(@Nullable String stop, Direction direction, Terms terms) {
        return switch (terms.pairing()) {
            case ENTRY_EXIT -> true;
            case ON_ENTRY -> direction == Direction.ENTRY;
            case ON_EXIT -> direction == Direction.EXIT;
            case BOARD_THEN_REBATE -> direction == Direction.ENTRY || stop != null;
        };
    }

    private static List<Tap> taps(int number, PlannedRide ride, Terms terms) {
        List<Tap> taps = new ArrayList<>();
        if (tapsOn(ride.fromStopId(), Direction.ENTRY, terms)) {
            taps.add(tap(number, ride, ride.fromStopId(), Direction.ENTRY, ride.departs()));
        }
        if (tapsOn(ride.toStopId(), Direction.EXIT, terms)) {
            taps.add(tap(number, ride, ride.toStopId(), Direction.EXIT, ride.arrives()));
        }
        return taps;
    }

    private static Tap tap(int number, PlannedRide ride, @Nullable String stop, Direction direction, Instant at) {
        String gate = "planned-" + number + "-" + direction;
        return new Tap(
                "tap:" + gate + ":1",
                at,
                gate,
                ride.operatorId(),
                ride.routeId(),
                stop == null ? "" : stop,
                ride.deck(),
                direction);
    }

    private static String reason(Admission admission) {
        return switch (admission) {
            case Admission.Refused(Admission.Reason reason, String detail) -> reason + " " + detail;
            case Admission.Meaningless() -> "means nothing here";
            case Admission.Duplicate(), Admission.Admitted _ -> "is planned already";
        };
    }

    /** What they would cost in each currency, changes of other journeys included; in the order of the codes. */
    public List<Money> totals() {
        Map<String, Money> totals = new TreeMap<>();
        journeys.forEach(
                change -> totals.merge(change.delta().currency().getCurrencyCode(), change.delta(), Money::plus));
        return List.copyOf(totals.values());
    }
}
