package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one exchange that closes an exposure at its cut-off: what is held of one currency against what is owed of the
 * other. What is left over is the profit or loss of having collected at other rates.
 *
 * @param exposure what it closes
 * @param base what is bought of the base currency; negative if it is sold
 * @param quote what is paid for it in the quote currency: the opposite sign, HALF_EVEN
 * @param realised profit, or loss where negative, in the quote currency
 */
public record Deal(Exposure exposure, CrossRate rate, Money base, Money quote, Money realised) {

    /**
     * Buys what is owed, or sells what is held, of the base currency.
     *
     * @param rate of the pair, in force at the cut-off
     */
    public static Deal close(Exposure exposure, CrossRate rate) {
        Money base = exposure.base().negated();
        BigDecimal price = rate.value();
        Money quote = base.negated().convert(price, exposure.pair().quote(), RoundingMode.HALF_EVEN);
        return new Deal(exposure, rate, base, quote, exposure.quote().plus(quote));
    }

    /** One per pair and value date. */
    public String id() {
        return "deal:" + exposure.id();
    }
}
