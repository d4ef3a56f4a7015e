package io.baytap.sandbox.statements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What providers take for a payment. A refund brings nothing of it back.
 *
 * @param basisPoints hundredths of a percent, 0 to 10,000
 * @param byProvider the same of a provider whose fee is another, by its name: {@code foreign-card}
 */
public record Fees(int basisPoints, Map<String, Integer> byProvider) {

    private static final int WHOLE = 10_000;

    public Fees {
        byProvider = Map.copyOf(byProvider);
        Stream.concat(Stream.of(basisPoints), byProvider.values().stream()).forEach(fee -> {
            if (fee < 0 || fee > WHOLE) {
                throw new IllegalArgumentException("fee of " + fee + " basis points: must be 0 to " + WHOLE);
            }
        });
    }

    /** The same of every provider. */
    public Fees(int basisPoints) {
        this(basisPoints, Map.of());
    }

    /** Minor units, rounded half up. */
    long of(Institution institution, Movement movement) {
        return movement instanceof Movement.Refund
                ? 0
                : BigDecimal.valueOf(movement.minor())
                        .multiply(BigDecimal.valueOf(basisPoints(institution)))
                        .divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    /** {@code 0.60%}. */
    String rate(Institution institution) {
        return BigDecimal.valueOf(basisPoints(institution), 2).toPlainString() + "%";
    }

    private int basisPoints(Institution institution) {
        return byProvider.getOrDefault(institution.name(), basisPoints);
    }
}
