package io.baytap.reporting.storage;

import io.baytap.reporting.domain.BatchLine;
import io.baytap.schemas.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of batches; written by {@link CountStatement} alone. */
@Entity
@Immutable
@Table(name = "batches")
@IdClass(BatchRow.Cell.class)
@SuppressWarnings("NullAway.Init")
class BatchRow {

    @Id
    LocalDate day;

    @Id
    @Column(name = "operator_id")
    String operatorId;

    @Id
    String currency;

    @Column(name = "batch_id")
    String batchId;

    long fares;

    @Column(name = "amount_minor")
    long amountMinor;

    @Column(name = "gross_minor")
    long grossMinor;

    @Nullable
    @Column(name = "value_date")
    LocalDate valueDate;

    @Column(name = "closed_at")
    Instant closedAt;

    BatchLine toLine() {
        return new BatchLine(
                day,
                operatorId,
                batchId,
                fares,
                Money.of(amountMinor, currency),
                Money.of(grossMinor, currency),
                valueDate,
                closedAt);
    }

    record Cell(LocalDate day, String operatorId, String currency) implements Serializable {}
}
