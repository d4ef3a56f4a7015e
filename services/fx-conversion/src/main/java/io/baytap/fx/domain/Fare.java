package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.time.Instant;

/**
 * What an assessed fare says that decides its conversion.
 *
 * @param occurredAt the journey's time; the same for every correction of it
 * @param amount the delta: what this event adds to the journey's fare; signed
 * @param net the journey's fare after this event, in the same currency
 */
public record Fare(
        String fareId,
        String journeyId,
        int revision,
        Instant occurredAt,
        WalletScheme walletScheme,
        Money amount,
        Money net) {

    /** True when the wallet holds the fare's own currency, so that nothing is converted. */
    public boolean inWalletCurrency() {
        return amount.currency().equals(walletScheme.currency());
    }
}
