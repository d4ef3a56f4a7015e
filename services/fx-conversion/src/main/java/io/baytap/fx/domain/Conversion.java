package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;

/**
 * A fare's delta in the wallet's currency.
 *
 * @param wallet what the wallet pays for the delta, spread included; signed
 * @param spread the part of {@code wallet} above the mid rate; signed, same currency
 * @param residue what rounding added to {@code wallet}, in its minor units, exact: {@code wallet} less the delta at the
 *     unrounded applied rate. Over all deltas, amounts and residues explain each other to the last digit
 */
public record Conversion(Money wallet, Money spread, BigDecimal residue, Terms terms) {

    /** The delta at the mid rate. */
    public Money mid() {
        return wallet.minus(spread);
    }
}
