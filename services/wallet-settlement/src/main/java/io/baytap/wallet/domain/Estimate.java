package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What we think a payer pays for a charge that the provider converts, and how far off the provider may be. The provider owes
 * us what was asked for, in that currency, whatever the payer pays; the estimate is what the rider was told.
 *
 * @param payerMinor whole minor units of {@code payerCurrency}, for the whole charge
 * @param payerCurrency ISO 4217 code
 * @param toleranceBasisPoints hundredths of a percent of the estimate
 */
public record Estimate(long payerMinor, String payerCurrency, int toleranceBasisPoints) {

    private static final BigDecimal BASIS_POINT = new BigDecimal("0.0001");

    /** The estimate for a part of the charge, rounded half up. */
    public Money of(Money charge, Money part) {
        BigDecimal share = BigDecimal.valueOf(payerMinor)
                .multiply(BigDecimal.valueOf(part.minor()))
                .divide(BigDecimal.valueOf(charge.minor()), 0, RoundingMode.HALF_UP);
        return Money.of(share.longValueExact(), payerCurrency);
    }

    /**
     * Compares what the payer paid with the estimate. The limit is the tolerance plus one minor unit: both amounts are
     * rounded, so that at the same rate they may differ by one.
     *
     * @param charge what the estimate is for
     * @param part what was debited of it
     * @param payer what the provider says; null if it says nothing
     */
    public ConversionCheck check(Money charge, Money part, @Nullable Payer payer) {
        if (payer == null) {
            return ConversionCheck.NOT_TOLD;
        }
        Money expected = of(charge, part);
        if (!payer.currency().equals(payerCurrency)) {
            return ConversionCheck.OUTSIDE;
        }
        BigDecimal limit = BigDecimal.valueOf(expected.minor())
                .multiply(BigDecimal.valueOf(toleranceBasisPoints))
                .multiply(BASIS_POINT)
                .add(BigDecimal.ONE);
        BigDecimal off = BigDecimal.valueOf(Math.subtractExact(payer.minor(), expected.minor()));
        return off.abs().compareTo(limit) <= 0 ? ConversionCheck.WITHIN : ConversionCheck.OUTSIDE;
    }
}
