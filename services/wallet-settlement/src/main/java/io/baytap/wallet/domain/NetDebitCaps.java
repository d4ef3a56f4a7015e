package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much each provider may owe us, by currency: debits that were not paid out yet. Over it, new debits of its scheme in
 * that currency wait until a payout is booked; what is under way, and refunds, go on. Currencies do not lend each other
 * room: a provider pays out each by itself.
 *
 * @param byScheme caps by ISO 4217 code; what has none is not capped
 */
public record NetDebitCaps(Map<WalletScheme, Map<String, Money>> byScheme) {

    /** The currencies in which a scheme is capped. */
    public Set<String> currencies(WalletScheme scheme) {
        return of(scheme).keySet();
    }

    /**
     * What may still be debited; negative if the cap is exceeded, empty if there is none.
     *
     * @param position the balance of provider-clearing
     * @param underWay attempts whose answers are not booked, in the same currency
     */
    public Optional<Money> room(WalletScheme scheme, Money position, Money underWay) {
        return Optional.ofNullable(of(scheme).get(position.currency().getCurrencyCode()))
                .map(cap -> cap.minus(position).minus(underWay));
    }

    /**
     * Caps of one scheme from whole minor units by currency.
     *
     * @param setting names them in messages
     * @throws IllegalArgumentException if one is not positive, or in a currency that the scheme is never cleared in
     */
    public static Map<String, Money> of(WalletScheme scheme, Map<String, Long> minorByCurrency, String setting) {
        Map<String, Money> caps = new HashMap<>();
        minorByCurrency.forEach((currency, minor) -> {
            if (!scheme.clearedIn().contains(currency)) {
                throw new IllegalArgumentException(setting + "." + currency + ": " + scheme.key()
                        + " is never cleared in " + currency + ", but in " + String.join(", ", scheme.clearedIn()));
            }
            if (minor <= 0) {
                throw new IllegalArgumentException(setting + "." + currency + " must be above 0: " + minor);
            }
            caps.put(currency, Money.of(minor, currency));
        });
        return Map.copyOf(caps);
    }

    private Map<String, Money> of(WalletScheme scheme) {
        return byScheme.getOrDefault(scheme, Map.of());
    }
}
