package io.baytap.reporting.storage;

import io.baytap.reporting.domain.TapLine;
import io.baytap.reporting.domain.TapVerdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A row of taps_by_hour; written by {@link CountStatement} alone. */
@Entity
@Immutable
@Table(name = "taps_by_hour")
@IdClass(TapRow.Cell.class)
@SuppressWarnings("NullAway.Init")
class TapRow {

    @Id
    LocalDate day;

    @Id
    short hour;

    @Id
    @Column(name = "operator_id")
    String operatorId;

    @Id
    @Enumerated(EnumType.STRING)
    TapVerdict verdict;

    @Id
    String reason;

    long taps;

    TapLine toLine() {
        return new TapLine(day, hour, operatorId, verdict, reason, taps);
    }

    record Cell(LocalDate day, short hour, String operatorId, TapVerdict verdict, String reason)
            implements Serializable {}
}
