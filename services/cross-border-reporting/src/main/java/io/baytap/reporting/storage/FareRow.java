package io.baytap.reporting.storage;

import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.FareLine;
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

/** A row of fares_by_day; written by {@link CountStatement} alone. */
@Entity
@Immutable
@Table(name = "fares_by_day")
@IdClass(FareRow.Cell.class)
@SuppressWarnings("NullAway.Init")
class FareRow {

    @Id
    LocalDate day;

    @Id
    String corridor;

    @Id
    String city;

    @Id
    @Column(name = "operator_id")
    String operatorId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "wallet_scheme")
    WalletScheme wallet;

    @Id
    @Column(name = "fare_currency")
    String fareCurrency;

    @Id
    @Column(name = "wallet_currency")
    String walletCurrency;

    long journeys;
    long fares;
    long corrections;

    @Column(name = "fare_minor")
    long fareMinor;

    @Column(name = "wallet_minor")
    long walletMinor;

    @Column(name = "spread_minor")
    long spreadMinor;

    FareLine toLine() {
        return new FareLine(
                day,
                Corridor.parse(corridor),
                city,
                operatorId,
                wallet,
                journeys,
                fares,
                corrections,
                Money.of(fareMinor, fareCurrency),
                Money.of(walletMinor, walletCurrency),
                Money.of(spreadMinor, walletCurrency));
    }

    record Cell(
            LocalDate day,
            String corridor,
            String city,
            String operatorId,
            WalletScheme wallet,
            String fareCurrency,
            String walletCurrency)
            implements Serializable {}
}
