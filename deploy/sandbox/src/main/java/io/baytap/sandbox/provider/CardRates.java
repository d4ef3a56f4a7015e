package io.baytap.sandbox.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a foreign card pays for one unit of what was asked for, in USD, times 10^8, as the provider writes its rates. A test or a
 * simulated day may say others; a debit keeps the one it was done by.
 */
final class CardRates {

    /** What can be asked for. */
    static final Set<String> QUOTED = Set.of("HKD", "CNY", "MOP");

    /** Of one: same currency. */
    static final long AT_PAR = 100_000_000;

    private final Map<String, Long> rates =
            new ConcurrentHashMap<>(Map.of("HKD", 12_800_000L, "CNY", 14_600_000L, "MOP", 12_400_000L));

    long of(String currency) {
        return Objects.requireNonNull(rates.get(currency), currency);
    }

    /** From now on, for debits first asked for from now on. */
    void set(String currency, long rate) {
        if (!QUOTED.contains(currency) || rate <= 0) {
            throw new IllegalArgumentException(currency + " at " + rate);
        }
        rates.put(currency, rate);
    }

    /** Minor units of the payer's currency, rounded half up; all our currencies have two decimals. */
    static long payer(long minor, long rate) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf(AT_PAR), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
