package io.baytap.fare.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What journeys cost. */
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
        if (journey.taps().size() > 1 && journey.tookTooLong()) {
            return maximum(journey, tariff);
        }
        Ride ride = ride(journey.first().tap(), journey.last().tap());
        Optional<JourneyFare> published = tariff.price(ride).map(price -> priced(journey, tariff, price, true));
        // A pair of stations that is not sold: both taps are real, so the journey is, but nothing published says less.
        return published.isPresent() || journey.taps().size() == 1 ? published : maximum(journey, tariff);
    }

    /** True if the tariff can price what a tap stands for. */
    static boolean canPrice(RiderTap tap, Tariff tariff) {
        Tap at = tap.tap();
        return tap.terms().pairing() == Pairing.ENTRY_EXIT
                ? tariff.serves(at.routeId(), at.deck(), at.stopId())
                : tariff.price(ride(at, at)).isPresent();
    }

    private static Optional<JourneyFare> maximum(Journey journey, Tariff tariff) {
        Tap first = journey.first().tap();
        return tariff.maximum(first.routeId(), first.deck())
                .map(price -> priced(journey, tariff, price, !journey.lacksTap()));
    }

    private static JourneyFare priced(Journey journey, Tariff tariff, Price price, boolean complete) {
        Ride ride = ride(journey.first().tap(), journey.last().tap());
        Leg leg = new Leg(ride.routeId(), ride.fromStopId(), ride.toStopId(), price.fareProductId(), price.rule());
        return new JourneyFare(price.fare(), complete, List.of(leg), tariff.version());
    }

    /** The day type is that of the first tap. */
    private static Ride ride(Tap first, Tap last) {
        return new Ride(
                first.routeId(),
                first.deck(),
                stop(first, Direction.ENTRY),
                stop(last, Direction.EXIT),
                first.occurredAt());
    }

    private static @Nullable String stop(Tap tap, Direction direction) {
        return tap.direction() == direction ? tap.stopId() : null;
    }
}
