package io.baytap.fare.domain;

import io.baytap.fare.domain.Adjustment.Kind;
import io.baytap.fare.domain.Scheme.Interchange;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Interchange discounts by schemes. A journey gets one discount at most, the highest; and the journey it follows gives a
 * discount to one other at most.
 */
final class Interchanges {

    private final Rulebook rules;
    private final Trail trail;
    private final Deque<Bill> recent = new ArrayDeque<>();
    private final Set<String> used = new HashSet<>();

    Interchanges(Rulebook rules, Trail trail) {
        this.rules = rules;
        this.trail = trail;
    }

    private record Found(Bill from, Adjustment adjustment) {}

    /**
     * Takes journeys in time order.
     *
     * @return true if an exchange rate was missing
     */
    boolean apply(Bill bill) {
        recent.removeIf(before -> pause(before, bill).compareTo(Transfers.PAUSE_MAX) > 0);
        boolean lacksRate = false;
        Found best = null;
        for (Scheme scheme : rules.schemes()) {
            if (!scheme.holdsAt(bill.alone().departs())) {
                continue;
            }
            for (Interchange interchange : scheme.interchanges()) {
                Bill from = findBefore(bill, interchange, scheme);
                if (from == null) {
                    continue;
                }
                Optional<Money> discount = discount(bill, scheme, interchange);
                lacksRate |= discount.isEmpty();
                if (discount.isPresent()) {
                    best = better(best, new Found(from, adjustment(discount.get(), scheme, interchange)));
                }
            }
        }
        if (best != null) {
            bill.add(best.adjustment());
            used.add(best.from().alone().journeyId());
        }
        recent.addFirst(bill);
        return lacksRate;
    }

    /** The latest journey on the routes that the discount is for decides; null if it gives none. */
    private @Nullable Bill findBefore(Bill bill, Interchange interchange, Scheme scheme) {
        if (!interchange.to().include(bill.alone().fare().leg().routeId())) {
            return null;
        }
        Bill from = recent.stream()
                .filter(before ->
                        interchange.from().include(before.alone().fare().leg().routeId())
                                && !pause(before, bill).isNegative())
                .findFirst()
                .orElse(null);
        if (from == null) {
            return null;
        }
        String rule = scheme.id() + "/" + interchange.id();
        long minutes = pause(from, bill).toMinutes();
        if (pause(from, bill).compareTo(interchange.within()) > 0) {
            trail.note(
                    bill,
                    rule,
                    minutes + " minutes after the journey before, "
                            + interchange.within().toMinutes() + " allowed");
            return null;
        }
        if (used.contains(from.alone().journeyId())) {
            trail.note(bill, rule, "the journey before has given its discount already");
            return null;
        }
        return from;
    }

    private Optional<Money> discount(Bill bill, Scheme scheme, Interchange interchange) {
        Money fare = bill.discounted();
        Optional<BigDecimal> rate = rules.rates()
                .find(scheme.currency(), fare.currency(), bill.alone().departs());
        return rate.map(found -> interchange.discount().on(fare, found));
    }

    private static Adjustment adjustment(Money discount, Scheme scheme, Interchange interchange) {
        return new Adjustment(Kind.INTERCHANGE, discount.negated(), "scheme:" + scheme.id() + "/" + interchange.id());
    }

    private static @Nullable Found better(@Nullable Found a, Found b) {
        if (b.adjustment().amount().isZero()) {
            return a;
        }
        return a == null || b.adjustment().amount().compareTo(a.adjustment().amount()) < 0 ? b : a;
    }

    private static Duration pause(Bill before, Bill next) {
        return Duration.between(before.alone().arrives(), next.alone().departs());
    }
}
