package io.baytap.fare.domain;

import io.baytap.fare.domain.Adjustment.Kind;
import io.baytap.schemas.Money;
import java.util.List;

/**
 * What a journey costs by itself and why: before transfers, interchange discounts and caps.
 *
 * @param adjustments surcharges and discounts that depend on nothing but the journey
 * @param complete false while it lacks a tap and is held at the maximum fare
 */
public record JourneyFare(Leg leg, List<Adjustment> adjustments, boolean complete, String tariffVersion) {

    /** The leg's fare with the adjustments. */
    public Money fare() {
        return discountable().plus(surcharges());
    }

    /** The part of it that is no penalty: what counts towards caps, and what discounts can be had on. */
    public Money discountable() {
        Money sum = leg.fare();
        for (Adjustment adjustment : adjustments) {
            sum = adjustment.kind() == Kind.SURCHARGE ? sum : sum.plus(adjustment.amount());
        }
        return sum;
    }

    /** What nothing takes off. */
    Money surcharges() {
        Money sum = Money.zero(leg.fare().currency());
        for (Adjustment adjustment : adjustments) {
            sum = adjustment.kind() == Kind.SURCHARGE ? sum.plus(adjustment.amount()) : sum;
        }
        return sum;
    }
}
