package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is taken off a fare. */
public sealed interface Discount {

    /** An amount, in the scheme's currency. */
    record Amount(Money amount) implements Discount {}

    /** A percentage of the fare. */
    record Percent(int percent) implements Discount {}

    /**
     * What it comes to.
     *
     * @param fare what it is taken off
     * @param rate units of the fare's currency for one of the scheme's
     */
    default Money on(Money fare, BigDecimal rate) {
        Money discount = switch (this) {
            case Amount(Money amount) -> amount.convert(rate, fare.currency(), RoundingMode.HALF_EVEN);
            case Percent(int percent) -> fare.times(BigDecimal.valueOf(percent, 2), RoundingMode.DOWN);
        };
        return Money.min(fare, discount);
    }
}
