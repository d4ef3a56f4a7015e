package io.baytap.fare.domain;

import io.baytap.schemas.Money;

/**
 * What a rule other than the leg's own changes about a journey's fare.
 *
 * @param amount signed: negative for a discount
 * @param rule the row of the feed or the clause of the policy or scheme that decided
 */
public record Adjustment(Kind kind, Money amount, String rule) {

    /** Stable: consumers of fares read the names. */
    public enum Kind {
        /** Paid on top, for a journey that took too long. Counts towards no cap. */
        SURCHARGE,
        /** For leaving at a quiet time. */
        OFF_PEAK,
        /** By the transfer rules of the operator's own feed. */
        TRANSFER,
        /** By a scheme, for changing from one operator or network to another. */
        INTERCHANGE,
        /** What goes beyond the most that a period costs. */
        CAP
    }
}
