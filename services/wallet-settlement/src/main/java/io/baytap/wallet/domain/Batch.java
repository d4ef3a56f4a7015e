package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one operator is paid for one business day in one currency.
 *
 * @param fareCount fares in it, corrections included
 * @param amount net position, signed
 */
public record Batch(String operatorId, LocalDate businessDay, long fareCount, Money amount, Instant closedAt) {

    /** {@code <operatorId>:<currency>:<businessDay>}. */
    public String id() {
        return operatorId + ":" + amount.currency().getCurrencyCode() + ":" + businessDay;
    }
}
