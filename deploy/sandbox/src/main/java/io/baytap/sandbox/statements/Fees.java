package io.baytap.sandbox.statements;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the provider takes for a payment, and gives back with a refund.
 *
 * @param basisPoints hundredths of a percent, 0 to 10,000
 */
public record Fees(int basisPoints) {

    private static final int WHOLE = 10_000;

    public Fees {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("fee of " + basisPoints + " basis points: must be 0 to " + WHOLE);
        }
    }

    /** Minor units, rounded half up: negative for what is given back. */
    long of(Movement movement) {
        long fee = BigDecimal.valueOf(movement.minor())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return movement instanceof Movement.Refund ? -fee : fee;
    }

    /** {@code 0.60%}. */
    String rate() {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString() + "%";
    }
}
