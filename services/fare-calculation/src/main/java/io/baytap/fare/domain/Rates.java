package io.baytap.fare.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Mid rates between currencies. */
public interface Rates {

    /**
     * The rate in force at that time; empty if there is none, or only one that is too old to be used.
     *
     * @return units of {@code to} for one of {@code from}
     */
    Optional<BigDecimal> find(Currency from, Currency to, Instant at);

    /** Where all fares and schemes are in one currency: no rate but that of a currency to itself. */
    static Rates none() {
        return (from, to, _) -> from.equals(to) ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }
}
