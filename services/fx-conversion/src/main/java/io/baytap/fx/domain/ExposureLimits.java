package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** How much may be open in a currency for one value date, held or owed. A currency that is not named has no limit. */
public record ExposureLimits(Map<Currency, Money> byCurrency) {

    public ExposureLimits {
        byCurrency.forEach((currency, limit) -> {
            if (limit.isNegative() || !limit.currency().equals(currency)) {
                throw new IllegalArgumentException("no limit of " + currency + ": " + limit);
            }
        });
        byCurrency = Map.copyOf(byCurrency);
    }

    /** The limit that an exposure exceeds, the base currency's first; empty if none. At the limit is within it. */
    public Optional<Money> exceededBy(Exposure exposure) {
        return exceeded(exposure.base()).or(() -> exceeded(exposure.quote()));
    }

    /** Of a currency; empty if it has none. */
    public Optional<Money> of(Currency currency) {
        return Optional.ofNullable(byCurrency.get(currency));
    }

    /** Whether an amount is beyond its currency's limit. At the limit is within it. */
    boolean exceeds(Money open) {
        return exceeded(open).isPresent();
    }

    private Optional<Money> exceeded(Money open) {
        Money size = open.isNegative() ? open.negated() : open;
        return Optional.ofNullable(byCurrency.get(open.currency())).filter(limit -> size.compareTo(limit) > 0);
    }
}
