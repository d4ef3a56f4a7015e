package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a fare was converted at: minor units of the wallet's currency for one minor unit of the fare's, exact. Amounts are
 * whole minor units, so they differ from these rates by fractions of one: the residues, which no ledger of whole units
 * can hold and which are therefore kept beside it, to the last digit.
 *
 * @param mid by the published rates
 * @param applied what the rider is charged by, spread included
 * @param ids the published rates that {@code mid} was crossed from; none where it is taken from the fare that is corrected
 */
public record ConversionRates(BigDecimal mid, BigDecimal applied, List<String> ids) {

    /** @throws IllegalArgumentException if a rate is not positive: nothing is converted at that */
    public ConversionRates {
        if (mid.signum() <= 0 || applied.signum() <= 0) {
            throw new IllegalArgumentException("a rate is positive: " + mid + ", " + applied);
        }
        mid = mid.stripTrailingZeros();
        applied = applied.stripTrailingZeros();
        ids = List.copyOf(ids);
    }

    /** From rates between whole units of two currencies. */
    public static ConversionRates of(BigDecimal mid, BigDecimal applied, List<String> ids, Money fare, Money wallet) {
        int shift = shift(fare, wallet);
        return new ConversionRates(mid.scaleByPowerOfTen(shift), applied.scaleByPowerOfTen(shift), ids);
    }

    /** One of the two rates, between whole units of the currencies, exact. */
    public static BigDecimal wholeUnits(BigDecimal rate, Money fare, Money wallet) {
        return rate.scaleByPowerOfTen(-shift(fare, wallet));
    }

    private static int shift(Money fare, Money wallet) {
        return wallet.currency().getDefaultFractionDigits() - fare.currency().getDefaultFractionDigits();
    }

    /** What rounding added to what the wallet pays: minor units of its currency, signed. */
    public BigDecimal residue(Money fare, Money wallet) {
        return beyond(applied, fare, wallet);
    }

    /** The part of it in {@code fx-position}: the booked mid less the fare at the published rates. The rest is in the spread. */
    public BigDecimal positionResidue(Money fare, Money midAmount) {
        return beyond(mid, fare, midAmount);
    }

    private static BigDecimal beyond(BigDecimal rate, Money fare, Money amount) {
        return BigDecimal.valueOf(amount.minor())
                .subtract(rate.multiply(BigDecimal.valueOf(fare.minor())))
                .stripTrailingZeros();
    }
}
