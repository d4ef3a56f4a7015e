package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.BadDebt;
import io.baytap.wallet.domain.BadDebtBearer;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Debts that were written off, and those of them that were paid after all: a row each, never changed. */
final class BadDebtTable {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private static final String SHARE_DAYS = "select 1 from pg_advisory_xact_lock_shared(:lock)";

    /** As with fares: an operator's closed days take no more. */
    private static final String INSERT = """
            insert into bad_debt (id, charge_id, kind, bearer, wallet_scheme, operator_id, settlement_day, owed_minor,
              owed_currency, fare_minor, fare_currency, spread_minor, operator_minor, occurred_at)
            select n.id, n.charge, :kind, n.bearer, n.scheme, n.operator,
              greatest(cast(:day as date), case when o.operator_id is null then c.closed_through else o.closed_through end + 1),
              n.owed, n.owed_currency, n.fare, n.fare_currency, n.spread, n.delta, cast(:at as timestamptz)
            from unnest(cast(:id as text[]), cast(:charge as text[]), cast(:bearer as text[]), cast(:scheme as text[]), cast(:operator as text[]), cast(:owed as bigint[]), cast(:owed_currency as text[]), cast(:fare as bigint[]), cast(:fare_currency as text[]), cast(:spread as bigint[]), cast(:delta as bigint[]))
              as n(id, charge, bearer, scheme, operator, owed, owed_currency, fare, fare_currency, spread, delta)
            cross join cut_off c left join operator_cut_off o on o.operator_id = n.operator
            on conflict (id) do nothing""";

    private static final String WRITTEN_OFF = """
            select b.charge_id, b.bearer, b.wallet_scheme, b.operator_id, b.owed_minor, b.owed_currency, b.fare_minor,
              b.fare_currency, b.spread_minor
            from bad_debt b where b.charge_id = any(cast(:charge as text[])) and b.kind = 'WRITTEN_OFF'
              and not exists (select 1 from bad_debt r where r.charge_id = b.charge_id and r.kind = 'RECOVERED')""";

    private BadDebtTable() {}

    /** Adds debts that are given up, and returns their journals. */
    static List<Journal> writeOff(Transaction transaction, List<BadDebt> debts, Instant at) {
        insert(transaction, debts, "WRITTEN_OFF", 1, at);
        return debts.stream().map(debt -> LedgerRules.writtenOff(debt, at)).toList();
    }

    /** Of charges that were answered: what was written off, and is paid or corrected away now, is taken back. */
    static List<Journal> follow(Transaction transaction, List<Charge> charges, Instant at) {
        List<Charge> over = charges.stream()
                .filter(charge -> charge.state().attempt() > 0)
                .filter(charge -> switch (charge.status()) {
                    case SETTLED, CANCELLED -> true;
                    case WAITING, DUE, SUBMITTED, UNKNOWN, DECLINED, CONFIRMING, DEBT -> false;
                })
                .toList();
        if (over.isEmpty()) {
            return List.of();
        }
        List<BadDebt> back =
                transaction
                        .rows(
                                WRITTEN_OFF,
                                Columns.of(over).text("charge", Charge::id).arrays())
                        .stream()
                        .map(BadDebtTable::debt)
                        .toList();
        insert(transaction, back, "RECOVERED", -1, at);
        return back.stream().map(debt -> LedgerRules.recovered(debt, at)).toList();
    }

    /** Stands in for "now" while a replayed day has not begun. */
    static Instant latest(List<Charge> charges) {
        return charges.stream()
                .map(charge -> charge.facts().fareAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static void insert(Transaction transaction, List<BadDebt> debts, String kind, int sign, Instant at) {
        if (debts.isEmpty()) {
            return;
        }
        transaction.rows(SHARE_DAYS, Map.of("lock", FareTable.DAYS_LOCK));
        Map<String, Object> parameters = Columns.of(debts)
                .text("id", debt -> (sign > 0 ? "bad-debt:" : "bad-debt-recovered:") + debt.chargeId())
                .text("charge", BadDebt::chargeId)
                .text("bearer", debt -> debt.bearer().name())
                .text("scheme", debt -> debt.scheme().name())
                .text("operator", BadDebt::operatorId)
                .number("owed", debt -> sign * debt.owed().minor())
                .text("owed_currency", debt -> debt.owed().currency().getCurrencyCode())
                .number("fare", debt -> sign * debt.fare().minor())
                .text("fare_currency", debt -> debt.fare().currency().getCurrencyCode())
                .number("spread", debt -> sign * debt.spread().minor())
                .number("delta", debt -> sign * debt.operatorDelta().minor())
                .arrays();
        parameters.put("kind", kind);
        parameters.put("day", LocalDate.ofInstant(at, HONG_KONG));
        parameters.put("at", at.atOffset(ZoneOffset.UTC));
        transaction.run(INSERT, parameters);
    }

    private static BadDebt debt(Object[] row) {
        String owedCurrency = (String) row[5];
        Money spread = Money.of(((Number) row[8]).longValue(), owedCurrency);
        return new BadDebt(
                (String) row[0],
                WalletScheme.valueOf((String) row[2]),
                (String) row[3],
                BadDebtBearer.valueOf((String) row[1]),
                Money.of(((Number) row[4]).longValue(), owedCurrency),
                Money.of(((Number) row[6]).longValue(), (String) row[7]),
                spread);
    }
}
