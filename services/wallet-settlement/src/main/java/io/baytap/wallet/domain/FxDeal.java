package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The one exchange that closes what fares left open in two currencies for a value date.
 *
 * @param id {@code deal:<base>/<quote>:<valueDate>}
 * @param at the cut-off
 * @param valueDate when the bank books both legs
 * @param rate units of the quote currency for one of the base currency, as published; exact
 * @param exposed what was open: held where positive, owed where negative
 * @param exchanged what the deal brings where positive, takes where negative
 * @param realised profit, or loss where negative, in the quote currency
 */
public record FxDeal(
        String id, Instant at, LocalDate valueDate, BigDecimal rate, Pair exposed, Pair exchanged, Money realised) {

    /** An amount of each of the two currencies. */
    public record Pair(Money base, Money quote) {}

    /**
     * What rounding added to the quote leg: the leg less the base leg at the rate. Minor units of the quote currency, exact
     * and signed; half of one at most.
     */
    public BigDecimal residue() {
        int shift = exchanged.quote().currency().getDefaultFractionDigits()
                - exchanged.base().currency().getDefaultFractionDigits();
        BigDecimal exact = rate.scaleByPowerOfTen(shift)
                .multiply(BigDecimal.valueOf(exchanged.base().minor()))
                .negate();
        return BigDecimal.valueOf(exchanged.quote().minor()).subtract(exact).stripTrailingZeros();
    }

    /** Why this cannot be booked, as a stable code; empty if it can. */
    public Optional<String> refusal() {
        if (!realised.currency().equals(exposed.quote().currency())) {
            return Optional.of("RESULT_CURRENCY");
        }
        boolean closes = exposed.base().plus(exchanged.base()).isZero()
                && exposed.quote().plus(exchanged.quote()).equals(realised);
        if (!closes) {
            return Optional.of("AMOUNTS_DISAGREE");
        }
        // HALF_EVEN of half a unit may go either way: the next even one is not asked for here.
        boolean atRate = rate.signum() > 0
                && residue().setScale(0, RoundingMode.HALF_DOWN).signum() == 0;
        return atRate ? Optional.empty() : Optional.of("RATE_DISAGREES");
    }
}
