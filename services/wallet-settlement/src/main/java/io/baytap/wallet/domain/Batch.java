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

    private static final int END_TO_END_MAX = 35;

    /** {@code <operatorId>:<currency>:<businessDay>}. */
    public String id() {
        return operatorId + ":" + amount().currency().getCurrencyCode() + ":" + businessDay;
    }

    /** What names its payment to the bank: its id, or a number made of it if a bank would not take that many characters. */
    public String endToEndId() {
        return id().length() <= END_TO_END_MAX ? id() : TradeNumber.of(id());
    }

    /** The net position, signed. */
    public Money amount() {
        return position.net();
    }
}
