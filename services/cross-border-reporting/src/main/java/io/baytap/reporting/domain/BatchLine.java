package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A closed settlement batch.
 *
 * @param fares postings in it, corrections included
 * @param amount what the operator is paid; signed
 * @param gross the part of it before what was taken back from fares of earlier days and by corrections
 * @param valueDate when the operator is paid, by its bank's calendar; null in batches from before it was told
 */
public record BatchLine(
        LocalDate day,
        String operatorId,
        String batchId,
        long fares,
        Money amount,
        Money gross,
        @Nullable LocalDate valueDate,
        Instant closedAt) {

    /** Corrections in riders' favour; not positive. */
    public Money takenBack() {
        return amount.minus(gross);
    }
}
