package io.baytap.local.events;

import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import java.time.LocalDate;

/** A closed settlement batch, in minor units of its currency. */
public record Batch(String operatorId, String currency, LocalDate day, long fareCount, long amountMinor) {

    static Batch of(SettlementBatchClosed batch) {
        return new Batch(
                batch.getOperatorId(),
                batch.getCurrency(),
                batch.getBusinessDay(),
                batch.getFareCount(),
                batch.getAmountMinor());
    }
}
