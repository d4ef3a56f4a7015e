package io.baytap.fx.domain;

import io.baytap.schemas.Money;

/**
 * A fare's delta in the wallet's currency.
 *
 * @param wallet what the wallet pays for the delta, spread included; signed
 * @param spread the part of {@code wallet} above the mid rate; signed, same currency
 */
public record Conversion(Money wallet, Money spread, Terms terms) {

    /** The delta at the mid rate. */
    public Money mid() {
        return wallet.minus(spread);
    }
}
