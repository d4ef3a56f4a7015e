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
        return exceeds(exposure.base()).or(() -> exceeds(exposure.quote()));
    }

    private Optional<Money> exceeds(Money open) {
        Money size = open.isNegative() ? open.negated() : open;
        return Optional.ofNullable(byCurrency.get(open.currency())).filter(limit -> size.compareTo(limit) > 0);
    }
}
