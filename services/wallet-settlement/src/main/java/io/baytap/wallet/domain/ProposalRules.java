package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Conversion.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What a demand books: a correction like one that fares cause, and from there on treated as such. Its other currency
 * follows by proportion to what is booked of the journey, rounded HALF_EVEN as conversions are: so it goes back at the
 * rate that it came at, and all of it goes back to exactly nothing.
 */
public final class ProposalRules {

    private ProposalRules() {}

    /** What would be booked, or why it is not. */
    public sealed interface Result {
        record Booked(Conversion conversion) implements Result {}

        record Refused(Objection objection) implements Result {}
    }

    /** Deltas that belong together. */
    private record Deltas(Money fare, Money wallet, Money spread) {}

    /**
     * Of a journey.
     *
     * @param fareId in the place of a fare's id: {@link Proposal#fareId}
     */
    public static Result correct(Demand.Correction demand, BookedJourney journey, String fareId, Instant at) {
        Money delta = demand.amount();
        if (!delta.currency().equals(journey.fare().currency())) {
            return refused(new Objection.OtherCurrency(
                    journey.id(), delta.currency(), journey.fare().currency()));
        }
        Money net = journey.fare().plus(delta);
        if (net.isNegative()) {
            return refused(new Objection.MoreThanCharged(journey.id(), delta.negated(), journey.fare()));
        }
        if (isOneCurrency(journey)) {
            return booked(journey, fareId, at, new Deltas(delta, delta, Money.zero(delta.currency())));
        }
        if (journey.fare().isZero()) {
            return refused(new Objection.NoRate(journey.id()));
        }
        return booked(
                journey,
                fareId,
                at,
                new Deltas(
                        delta,
                        share(journey.wallet(), net, journey.fare()).minus(journey.wallet()),
                        share(journey.spread(), net, journey.fare()).minus(journey.spread())));
    }

    /**
     * Of one charge.
     *
     * @param left what corrections left of the charge
     */
    public static Result refund(
            Demand.Refund demand, ChargeStatus status, Money left, BookedJourney journey, String fareId, Instant at) {
        Money amount = demand.amount();
        if (!amount.currency().equals(left.currency())) {
            return refused(new Objection.OtherCurrency(demand.chargeId(), amount.currency(), left.currency()));
        }
        if (status != ChargeStatus.SETTLED) {
            return refused(new Objection.NotDebited(demand.chargeId(), status));
        }
        // Corrections that wait for a charge are owed as well.
        Money most = Money.min(left, Money.max(journey.asked(), Money.zero(left.currency())));
        if (amount.compareTo(most) > 0) {
            return refused(new Objection.MoreThanCharged(demand.chargeId(), amount, most));
        }
        Money net = journey.asked().minus(amount);
        return booked(
                journey,
                fareId,
                at,
                new Deltas(
                        share(journey.fare(), net, journey.asked()).minus(journey.fare()),
                        share(journey.wallet(), net, journey.asked()).minus(journey.wallet()),
                        share(journey.spread(), net, journey.asked()).minus(journey.spread())));
    }

    private static boolean isOneCurrency(BookedJourney journey) {
        return journey.fare().currency().equals(journey.wallet().currency());
    }

    /** {@code total} × {@code part} ÷ {@code whole}. */
    private static Money share(Money total, Money part, Money whole) {
        long minor = BigDecimal.valueOf(total.minor())
                .multiply(BigDecimal.valueOf(part.minor()))
                .divide(BigDecimal.valueOf(whole.minor()), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return new Money(minor, total.currency());
    }

    private static Result booked(BookedJourney journey, String fareId, Instant at, Deltas deltas) {
        Place place = journey.place();
        if (place == null) {
            return refused(new Objection.PlaceUnknown(journey.id()));
        }
        return new Result.Booked(new Conversion(
                "conversion:" + fareId,
                at,
                journey.riderId(),
                journey.scheme(),
                fareId,
                journey.id(),
                "CORRECTION",
                place,
                journey.businessDay(),
                deltas.fare(),
                deltas.wallet(),
                deltas.spread(),
                journey.tolerance(),
                journey.rates()));
    }

    private static Result refused(Objection objection) {
        return new Result.Refused(objection);
    }
}
