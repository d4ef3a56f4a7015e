package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.util.Map;
import java.util.Optional;

/**
 * How much each provider may owe us: debits that were not paid out yet. Over it, new debits of its scheme wait until a
 * payout is booked; what is under way, and refunds, go on.
 *
 * @param byScheme in the scheme's currency; a scheme without one is not capped
 */
public record NetDebitCaps(Map<WalletScheme, Money> byScheme) {

    /**
     * What may still be debited; negative if the cap is exceeded, empty if there is none.
     *
     * @param position the balance of provider-clearing
     * @param underWay attempts whose answers are not booked
     */
    public Optional<Money> room(WalletScheme scheme, Money position, Money underWay) {
        return Optional.ofNullable(byScheme.get(scheme))
                .map(cap -> cap.minus(position).minus(underWay));
    }
}
