package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A debt that is given up, or that was and is paid after all. What is left of a charge is written off together with the same
 * share of the fare that caused it.
 *
 * @param owed what the wallet still owes; positive
 * @param fare the operator's share, in the operator's currency
 * @param spread our share of {@code owed}, which we never got either; zero where the provider converts
 */
public record BadDebt(
        String chargeId,
        WalletScheme scheme,
        String operatorId,
        BadDebtBearer bearer,
        Money owed,
        Money fare,
        Money spread) {

    /**
     * What is left of a charge.
     *
     * @param conversion of the fare that caused the charge
     * @param left what corrections have left of it
     */
    public static BadDebt of(Conversion conversion, Money left, BadDebtBearer bearer) {
        Money asked = conversion.asked();
        return new BadDebt(
                ChargeFacts.idOf(conversion),
                conversion.scheme(),
                conversion.operatorId(),
                bearer,
                left,
                share(conversion.fare(), left, asked),
                share(conversion.spread(), left, asked));
    }

    /** Rounded half up; exact where nothing was corrected. */
    private static Money share(Money of, Money left, Money asked) {
        BigDecimal minor = BigDecimal.valueOf(of.minor())
                .multiply(BigDecimal.valueOf(left.minor()))
                .divide(BigDecimal.valueOf(asked.minor()), 0, RoundingMode.HALF_UP);
        return new Money(minor.longValueExact(), of.currency());
    }

    /** What is left of the fare at the mid rate, in the wallet's currency. */
    Money mid() {
        return spread.isZero() ? owed : owed.minus(spread);
    }

    /** What the operator's days move by: the operator is paid less where it bears the debt. */
    public Money operatorDelta() {
        return switch (bearer) {
            case OPERATOR -> fare.negated();
            case ISSUER -> Money.zero(fare.currency());
        };
    }
}
