package io.baytap.reporting.rest;

import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.ChargeTotals;
import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.FareLine;
import io.baytap.reporting.domain.FareTotals;
import io.baytap.reporting.domain.OperatorWallet;
import io.baytap.schemas.Money;
import java.time.LocalDate;
import java.util.List;

/** The columns of the reports. Amounts are decimals in whole units of the currency beside them or in the column's name. */
final class FareCsv {

    static final List<String> CORRIDOR_COLUMNS = List.of(
            "day",
            "corridor",
            "city",
            "operator_id",
            "wallet_scheme",
            "journeys",
            "fares",
            "corrections",
            "fare_amount",
            "fare_currency",
            "wallet_amount",
            "spread_amount",
            "wallet_currency");

    static final List<String> OPERATOR_COLUMNS = List.of(
            "day",
            "operator_id",
            "wallet_scheme",
            "journeys",
            "fares",
            "corrections",
            "hkd_amount",
            "cny_amount",
            "charges_settled",
            "settled_amount",
            "charges_declined",
            "declined_amount",
            "charges_refunded",
            "refunded_amount",
            "charge_currency");

    private FareCsv() {}

    static List<String> corridor(FareLine line) {
        return List.of(
                line.day().toString(),
                line.corridor().code(),
                CsvRows.text(line.city()),
                CsvRows.text(line.operatorId()),
                line.wallet().name(),
                Long.toString(line.journeys()),
                Long.toString(line.fares()),
                Long.toString(line.corrections()),
                decimal(line.fare()),
                line.fare().currency().getCurrencyCode(),
                decimal(line.debit()),
                decimal(line.spread()),
                line.debit().currency().getCurrencyCode());
    }

    static List<List<String>> operators(DayReport report) {
        return report.byOperatorAndWallet().entrySet().stream()
                .map(entry -> operator(report.day(), entry.getKey(), entry.getValue(), report.charges(entry.getKey())))
                .toList();
    }

    private static List<String> operator(LocalDate day, OperatorWallet who, FareTotals fares, ChargeTotals charges) {
        return List.of(
                day.toString(),
                CsvRows.text(who.operatorId()),
                who.wallet().name(),
                Long.toString(fares.journeys()),
                Long.toString(fares.fares()),
                Long.toString(fares.corrections()),
                decimal(fares.in(FareTotals.HKD)),
                decimal(fares.in(FareTotals.CNY)),
                Long.toString(charges.count(ChargeOutcome.SETTLED)),
                decimal(charges.amount(ChargeOutcome.SETTLED)),
                Long.toString(charges.count(ChargeOutcome.DECLINED)),
                decimal(charges.amount(ChargeOutcome.DECLINED)),
                Long.toString(charges.count(ChargeOutcome.REFUNDED)),
                decimal(charges.amount(ChargeOutcome.REFUNDED)),
                charges.currency().getCurrencyCode());
    }

    private static String decimal(Money money) {
        return money.toMajor().toPlainString();
    }
}
