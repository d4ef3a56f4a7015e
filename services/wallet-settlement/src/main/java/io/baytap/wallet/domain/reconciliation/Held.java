package io.baytap.wallet.domain.reconciliation;

import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Which statements are here. What none of them can list yet is pending, and not missing.
 *
 * @param provider days of each provider's statements
 * @param bank days of the bank's statements, by currency
 */
public record Held(Map<WalletScheme, Set<LocalDate>> provider, Map<String, Set<LocalDate>> bank) {

    boolean provider(WalletScheme scheme, LocalDate day) {
        return provider.getOrDefault(scheme, Set.of()).contains(day);
    }

    boolean provider(WalletScheme scheme, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).allMatch(day -> provider(scheme, day));
    }

    boolean bank(String currency, LocalDate day) {
        return bank.getOrDefault(currency, Set.of()).contains(day);
    }
}
