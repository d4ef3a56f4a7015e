package io.baytap.fx.domain;

import java.math.BigDecimal;

/** A price that a person proposes: one {@code base} of the pair costs {@code value} of its {@code quote}. */
public record ProposedRate(Pair pair, BigDecimal value) {

    public ProposedRate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate is positive: " + value);
        }
    }
}
