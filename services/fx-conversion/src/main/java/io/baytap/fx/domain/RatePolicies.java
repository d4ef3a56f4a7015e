package io.baytap.fx.domain;

import java.util.EnumMap;
import java.util.Map;

/** The policy of each wallet scheme; at the tap where none is named. */
public final class RatePolicies {

    private final Map<WalletScheme, RatePolicy> byScheme;

    public RatePolicies(Map<WalletScheme, RatePolicy> byScheme) {
        this.byScheme = new EnumMap<>(WalletScheme.class);
        this.byScheme.putAll(byScheme);
    }

    public RatePolicy of(WalletScheme scheme) {
        return byScheme.getOrDefault(scheme, new RatePolicy.AtTap());
    }
}
