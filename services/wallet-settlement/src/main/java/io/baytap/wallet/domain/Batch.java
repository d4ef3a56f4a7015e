package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one operator is paid for one business day in one currency.
 *
 * @param fareCount fares in it, corrections included
 * @param valueDate when it is paid
 */
public record Batch(
        String operatorId,
        LocalDate businessDay,
        long fareCount,
        Position position,
        LocalDate valueDate,
        Instant closedAt) {

    /** {@code <operatorId>:<currency>:<businessDay>}. */
    public String id() {
        return operatorId + ":" + amount().currency().getCurrencyCode() + ":" + businessDay;
    }

    /** The net position, signed. */
    public Money amount() {
        return position.net();
    }
}
