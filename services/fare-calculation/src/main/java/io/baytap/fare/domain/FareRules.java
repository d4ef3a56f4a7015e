package io.baytap.fare.domain;

import io.baytap.fare.domain.Adjustment.Kind;
import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a journey costs by itself. */
public final class FareRules {

    private FareRules() {}

    /**
     * The fare of a journey; empty while it lacks a tap that may still come, and where the tariff has no fare for it.
     *
     * @param now decides only whether a missing tap is still waited for
     */
    public static Optional<JourneyFare> fare(Journey journey, Tariff tariff, Instant now) {
        if (journey.lacksTap()) {
            return now.isBefore(journey.expiry()) ? Optional.empty() : maximum(journey, tariff);
        }
        Optional<Policy.Clause> clause = tariff.findClause(journey.first().tap().routeId());
        boolean tooLong = journey.tookTooLong();
        if (tooLong && clause.map(Policy.Clause::surcharge).isEmpty()) {
            return maximum(journey, tariff);
        }
        Optional<Price> price = clause.flatMap(terms -> special(journey, tariff, terms))
                .or(() -> tariff.price(ride(journey)))
                .or(() -> boardingAlone(journey, tariff));
        // A pair of stations that is not sold: both taps are real, so the journey is, but nothing published says less.
        return price.isPresent() || journey.taps().size() == 1
                ? price.map(found -> priced(journey, tariff, found, tooLong))
                : maximum(journey, tariff);
    }

    /** True if the tariff can price what a tap stands for. */
    static boolean canPrice(RiderTap tap, Tariff tariff) {
        Tap at = tap.tap();
        boolean oneOfTwo = tap.terms().pairing() == Pairing.ENTRY_EXIT
                || (tap.terms().pairing() == Pairing.BOARD_THEN_REBATE && at.direction() == Direction.EXIT);
        return oneOfTwo
                ? tariff.serves(at.routeId(), at.deck(), at.stopId())
                : tariff.price(ride(new Journey(List.of(tap), List.of()))).isPresent();
    }

    /** What the policy says of journeys between two ends that are one place. */
    private static Optional<Price> special(Journey journey, Tariff tariff, Policy.Clause clause) {
        Tap first = journey.first().tap();
        Tap last = journey.last().tap();
        if (journey.taps().size() < 2 || clause.pairing() != Pairing.ENTRY_EXIT) {
            return Optional.empty();
        }
        if (clause.links(first.stopId(), last.stopId()) && !first.stopId().equals(last.stopId())) {
            return Optional.of(clausePrice(Money.zero(tariff.currency()), "linkedStations"));
        }
        SameStation same = clause.sameStation();
        if (same == null || !first.stopId().equals(last.stopId())) {
            return Optional.empty();
        }
        if (Duration.between(first.occurredAt(), last.occurredAt()).compareTo(same.freeFor()) <= 0) {
            return Optional.of(clausePrice(Money.zero(tariff.currency()), "sameStation.freeFor"));
        }
        return same.lowestFareAt().contains(first.stopId())
                ? tariff.lowestFrom(ride(journey)).map(fare -> clausePrice(fare, "sameStation.lowestFareAt"))
                : Optional.of(clausePrice(same.fare(), "sameStation.fare"));
    }

    /** Who leaves a bus where no section is sold has paid for the whole way. */
    private static Optional<Price> boardingAlone(Journey journey, Tariff tariff) {
        return journey.first().terms().pairing() == Pairing.BOARD_THEN_REBATE
                        && journey.taps().size() > 1
                ? tariff.price(ride(new Journey(List.of(journey.first()), List.of())))
                : Optional.empty();
    }

    private static Optional<JourneyFare> maximum(Journey journey, Tariff tariff) {
        Tap first = journey.first().tap();
        return tariff.maximum(first.routeId(), first.deck())
                .map(price -> new JourneyFare(leg(journey, price), List.of(), !journey.lacksTap(), tariff.version()));
    }

    private static JourneyFare priced(Journey journey, Tariff tariff, Price price, boolean tooLong) {
        Tap last = journey.last().tap();
        List<Adjustment> adjustments = new ArrayList<>(0);
        Optional<OffPeak> found = last.direction() == Direction.EXIT
                ? tariff.findOffPeak(last.routeId(), last.stopId(), last.occurredAt())
                : Optional.empty();
        found.map(offPeak -> new Adjustment(
                        Kind.OFF_PEAK, offPeak.discount(price.fare()).negated(), "policy:offPeak=" + offPeak.id()))
                .filter(adjustment -> !adjustment.amount().isZero())
                .ifPresent(adjustments::add);
        if (tooLong) {
            tariff.surcharge(last.routeId(), last.deck())
                    .ifPresent(fare -> adjustments.add(new Adjustment(Kind.SURCHARGE, fare, "policy:surcharge")));
        }
        return new JourneyFare(leg(journey, price), List.copyOf(adjustments), true, tariff.version());
    }

    private static Leg leg(Journey journey, Price price) {
        Ride ride = ride(journey);
        return new Leg(
                ride.routeId(),
                ride.fromStopId(),
                ride.toStopId(),
                price.fareProductId(),
                price.legGroupId(),
                price.fare(),
                price.rule());
    }

    private static Price clausePrice(Money fare, String clause) {
        return new Price(fare, null, null, "policy:" + clause);
    }

    /** The day type is that of the first tap. */
    private static Ride ride(Journey journey) {
        Tap first = journey.first().tap();
        Tap last = journey.last().tap();
        return new Ride(
                first.routeId(),
                first.deck(),
                stop(first, Direction.ENTRY),
                stop(last, Direction.EXIT),
                first.occurredAt(),
                last.occurredAt(),
                !journey.isOnOneNetwork());
    }

    private static @Nullable String stop(Tap tap, Direction direction) {
        return tap.direction() == direction ? tap.stopId() : null;
    }
}
