package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider owes us in one currency, against its cap.
 *
 * @param balance debited, and not paid out
 * @param underWay attempts whose answers are not booked
 * @param room what may still be debited; null without a cap
 * @param waiting charges that are due
 * @param smallest the smallest of them; null if there is none
 */
public record ProviderPosition(
        WalletScheme scheme,
        Money balance,
        Money underWay,
        @Nullable Money room,
        long waiting,
        @Nullable Money smallest) {

    /** Whether charges wait because the provider owes too much: not even the smallest of them has room. */
    public boolean isCapped() {
        return room != null && smallest != null && room.compareTo(smallest) < 0;
    }
}
