package io.baytap.wallet.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Estimate;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.DaySum;
import io.baytap.wallet.domain.reconciliation.Expected;
import io.baytap.wallet.domain.reconciliation.Held;
import io.baytap.wallet.domain.reconciliation.LedgerEntry;
import io.baytap.wallet.domain.reconciliation.ProviderLine;
import io.baytap.wallet.domain.reconciliation.Reconciliation.Books;
import io.baytap.wallet.domain.reconciliation.Settlement;
import io.baytap.wallet.domain.reconciliation.Sources;
import io.baytap.wallet.domain.reconciliation.TradeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a reconciliation has to look at: whatever is not settled between the sides, and what hangs together with it. */
final class BooksTable {

    /** Batches and bank entries are few; those older than this are not looked at again. */
    private static final int DAYS_MAX = 92;

    private static final String OPEN_TRADES = """
            with open as (
              select t.wallet_scheme, t.trade_number from ledger_trade t
              where not exists (select 1 from settled_line s where s.reference = t.journal_id)
              union
              select l.wallet_scheme, l.trade_number from trade_line l
              where not exists (select 1 from settled_line s where s.reference = l.reference))
            """;

    private static final String ENTRIES = OPEN_TRADES + """
            select t.journal_id, t.wallet_scheme, t.operator_id, t.kind, t.number, t.trade_number, t.amount_minor, t.currency, t.occurred_at,
              t.charge_minor, t.estimate_minor, t.estimate_currency, t.tolerance, t.acted_at
            from ledger_trade t join open o on (o.wallet_scheme, o.trade_number) = (t.wallet_scheme, t.trade_number)
            order by t.journal_id""";

    private static final String LINES = OPEN_TRADES + """
            select l.reference, l.wallet_scheme, l.merchant, l.kind, l.number, l.trade_number, l.provider_number,
              l.amount_minor, l.currency, l.rate_holds, l.trade_day, l.statement_day, l.paid_minor, l.paid_currency
            from trade_line l join open o on (o.wallet_scheme, o.trade_number) = (l.wallet_scheme, l.trade_number)
            order by l.reference""";

    private static final String SUMS = """
            select wallet_scheme, merchant, currency, trade_day,
              cast(coalesce(sum(amount_minor) filter (where kind = 'DEBIT'), 0) as bigint),
              cast(coalesce(sum(amount_minor) filter (where kind = 'REFUND'), 0) as bigint)
            from trade_line where trade_day >= :since group by 1, 2, 3, 4""";

    private static final String SETTLEMENTS = """
            select s.wallet_scheme, s.merchant, s.batch_id, s.trade_start, s.trade_end, s.settlement_date, s.currency,
              s.pay_minor, s.refund_minor, s.fee_minor,
              cast(coalesce((select sum(p.amount_minor) from trade_line l join charge c on c.out_trade_no = l.number and c.fee_basis_points > 0
                join journal_line p on p.journal_id = 'charge-fee:' || c.id and p.account = 'provider-fees:' || c.wallet_scheme
                where l.kind = 'DEBIT' and (l.wallet_scheme, l.merchant, l.currency) = (s.wallet_scheme, s.merchant, s.currency)
                  and l.trade_day between s.trade_start and s.trade_end), 0) as bigint)
            from settlement_line s where s.trade_start >= :since order by s.reference""";

    private static final String BANK = """
            select reference, currency, amount_minor, booked_on, array_to_string(names, chr(10))
            from bank_line where booked_on >= :since order by reference""";

    private static final String HELD = "select source, day from statement where day >= :since";

    private final Map<String, String> merchants;

    /** @param merchants the operators' numbers at the providers, by operator id */
    BooksTable(Map<String, String> merchants) {
        this.merchants = merchants;
    }

    Books read(Transaction transaction, LocalDate asOf) {
        Map<String, Object> since = since(asOf);
        List<Expected.Payout> payouts = transaction.rows(SETTLEMENTS, since).stream()
                .map(row -> new Expected.Payout(settlement(row), money(row[10], row[6])))
                .toList();
        List<Expected> expected = new ArrayList<>(payouts);
        expected.addAll(PaymentRows.read(transaction, since));
        expected.addAll(DealStore.legs(transaction, since));
        return new Books(
                transaction.rows(ENTRIES, Map.of()).stream().map(this::entry).toList(),
                transaction.rows(LINES, Map.of()).stream().map(BooksTable::line).toList(),
                transaction.rows(SUMS, since).stream().map(BooksTable::sum).toList(),
                payouts.stream().map(Expected.Payout::settlement).toList(),
                expected,
                transaction.rows(BANK, since).stream().map(NoticeStore::entry).toList(),
                NoticeStore.since(transaction, since));
    }

    Held held(Transaction transaction, LocalDate asOf) {
        Map<String, Set<LocalDate>> days = transaction.rows(HELD, since(asOf)).stream()
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (LocalDate) row[1], toSet())));
        return Sources.held(days);
    }

    private static Map<String, Object> since(LocalDate asOf) {
        return Map.of("since", asOf.minusDays(DAYS_MAX));
    }

    private LedgerEntry entry(Object[] row) {
        Money amount = money(row[6], row[7]);
        return new LedgerEntry(
                (String) row[0],
                WalletScheme.valueOf((String) row[1]),
                merchants.getOrDefault((String) row[2], ""),
                TradeKind.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                amount,
                row[12] == null
                        ? null
                        : new LedgerEntry.Estimated(
                                new Estimate(
                                        ((Number) row[10]).longValue(),
                                        (String) row[11],
                                        ((Number) row[12]).intValue()),
                                money(row[9], row[7])),
                Columns.instant(row[8]),
                row[13] == null ? null : Columns.instant(row[13]));
    }

    private static ProviderLine line(Object[] row) {
        return new ProviderLine(
                (String) row[0],
                WalletScheme.valueOf((String) row[1]),
                (String) row[2],
                TradeKind.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                money(row[7], row[8]),
                (Boolean) row[9],
                (LocalDate) row[10],
                (LocalDate) row[11],
                row[12] == null ? null : money(row[12], row[13]));
    }

    private static DaySum sum(Object[] row) {
        return new DaySum(
                WalletScheme.valueOf((String) row[0]),
                (String) row[1],
                (String) row[2],
                (LocalDate) row[3],
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue());
    }

    private static Settlement settlement(Object[] row) {
        return new Settlement(
                WalletScheme.valueOf((String) row[0]),
                (String) row[1],
                (String) row[2],
                (LocalDate) row[3],
                (LocalDate) row[4],
                (LocalDate) row[5],
                money(row[7], row[6]),
                money(row[8], row[6]),
                money(row[9], row[6]));
    }

    private static Money money(Object minor, Object currency) {
        return Money.of(((Number) minor).longValue(), (String) currency);
    }
}
