package io.baytap.fare.rest;

import io.baytap.schemas.Money;

/**
 * An amount.
 *
 * @param amountMinor whole minor units of {@code currency}; negative for a discount
 * @param currency ISO 4217 code
 */
public record MoneyView(long amountMinor, String currency) {

    static MoneyView of(Money money) {
        return new MoneyView(money.minor(), money.currency().getCurrencyCode());
    }
}
