package io.baytap.fare.domain;

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
        return adjustments.stream().map(Adjustment::amount).reduce(leg.fare(), Money::plus);
    }

    /** The part of it that is no penalty: what counts towards caps, and what discounts can be had on. */
    public Money discountable() {
        return adjustments.stream()
                .filter(adjustment -> adjustment.kind() != Adjustment.Kind.SURCHARGE)
                .map(Adjustment::amount)
                .reduce(leg.fare(), Money::plus);
    }
}
