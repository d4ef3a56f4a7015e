package io.baytap.wallet.domain;

import io.baytap.schemas.Money;

/**
 * What a day means for an operator in a currency.
 *
 * @param gross fares owed to the operator; not negative
 * @param takenBack corrections in riders' favour; not positive
 */
public record Position(Money gross, Money takenBack) {

    /** What is paid; negative if the operator owes it. */
    public Money net() {
        return gross.plus(takenBack);
    }
}
