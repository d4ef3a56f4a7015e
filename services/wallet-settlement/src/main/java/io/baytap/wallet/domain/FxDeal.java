package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The one exchange that closes what fares left open in two currencies for a value date.
 *
 * @param id {@code deal:<base>/<quote>:<valueDate>}
 * @param at the cut-off
 * @param exposed what was open: held where positive, owed where negative
 * @param exchanged what the deal brings where positive, takes where negative
 * @param realised profit, or loss where negative, in the quote currency
 */
public record FxDeal(String id, Instant at, Pair exposed, Pair exchanged, Money realised) {

    /** An amount of each of the two currencies. */
    public record Pair(Money base, Money quote) {}

    /** Why this cannot be booked, as a stable code; empty if it can. */
    public Optional<String> refusal() {
        if (!realised.currency().equals(exposed.quote().currency())) {
            return Optional.of("RESULT_CURRENCY");
        }
        boolean closes = exposed.base().plus(exchanged.base()).isZero()
                && exposed.quote().plus(exchanged.quote()).equals(realised);
        return closes ? Optional.empty() : Optional.of("AMOUNTS_DISAGREE");
    }
}
