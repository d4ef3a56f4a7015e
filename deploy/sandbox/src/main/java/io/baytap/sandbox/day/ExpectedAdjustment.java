package io.baytap.sandbox.day;

/**
 * What a rule beside the journey's own fare should change.
 *
 * @param amountMinor minor units of the fare's currency; negative for a discount
 */
public record ExpectedAdjustment(Kind kind, long amountMinor) {

    /** By the names that the line uses. */
    public enum Kind {
        SURCHARGE,
        TRANSFER,
        INTERCHANGE,
        CAP
    }
}
