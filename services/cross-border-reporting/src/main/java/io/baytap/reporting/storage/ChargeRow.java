package io.baytap.reporting.storage;

import io.baytap.reporting.domain.ChargeLine;
import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.WalletScheme;
import io.baytap.schemas.Money;
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

/** A row of charges_by_day; written by {@link CountStatement} alone. */
@Entity
@Immutable
@Table(name = "charges_by_day")
@IdClass(ChargeRow.Cell.class)
@SuppressWarnings("NullAway.Init")
class ChargeRow {

    @Id
    LocalDate day;

    @Id
    @Column(name = "operator_id")
    String operatorId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "wallet_scheme")
    WalletScheme wallet;

    @Id
    String currency;

    @Id
    @Enumerated(EnumType.STRING)
    ChargeOutcome outcome;

    long charges;

    @Column(name = "amount_minor")
    long amountMinor;

    ChargeLine toLine() {
        return new ChargeLine(day, operatorId, wallet, outcome, charges, Money.of(amountMinor, currency));
    }

    record Cell(LocalDate day, String operatorId, WalletScheme wallet, String currency, ChargeOutcome outcome)
            implements Serializable {}
}
