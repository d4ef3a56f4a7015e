package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.BankLine;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Position;
import io.baytap.wallet.domain.reconciliation.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Closed batches as payments that the bank should show, and what it shows of them. */
final class PaymentRows {

    /** A batch that was due before there were bank statements of its currency is not expected on them. */
    private static final String PAYABLE = """
            select b.operator_id, b.business_day, b.amount_minor, b.currency, b.value_date from batch b
            where b.amount_minor > 0 and b.business_day >= :since and b.value_date >=
              (select min(s.day) from statement s where s.source like 'bank:' || b.currency || ':%')
            order by 1, 2, 4""";

    /** By what {@code BankMatching} goes by: the currency, and the name of the payment; batches' ids stand in remittances, too. */
    private static final String AT_BANK = """
            with entry as (
              select reference, amount_minor, currency, booked_on, true as on_statement from bank_line
                where names && cast(:name as text[]) and currency = :currency
              union all
              select n.reference, n.amount_minor, n.currency, n.booked_on, false from bank_notice n
                where n.names && cast(:name as text[]) and n.currency = :currency
                  and not exists (select 1 from bank_line l where l.reference = n.reference))
            select e.reference, e.amount_minor, e.currency, e.booked_on, e.on_statement, s.state
            from entry e left join settled_line s on s.reference = e.reference
            order by e.booked_on, e.reference""";

    private PaymentRows() {}

    /** What the bank shows of a batch. */
    static List<BankLine> atBank(Transaction transaction, Batch batch) {
        Map<String, Object> asked = Columns.of(List.of(batch.id(), batch.endToEndId()))
                .text("name", name -> name)
                .arrays();
        asked.put("currency", batch.amount().currency().getCurrencyCode());
        return transaction.rows(AT_BANK, asked).stream()
                .map(row -> new BankLine(
                        (String) row[0],
                        Money.of(((Number) row[1]).longValue(), (String) row[2]),
                        (LocalDate) row[3],
                        (Boolean) row[4],
                        (String) row[5]))
                .toList();
    }

    static List<Expected.OperatorPayment> read(Transaction transaction, Map<String, Object> since) {
        return transaction.rows(PAYABLE, since).stream()
                .map(PaymentRows::payment)
                .toList();
    }

    private static Expected.OperatorPayment payment(Object[] row) {
        Money amount = Money.of(((Number) row[2]).longValue(), (String) row[3]);
        var batch = new Batch(
                (String) row[0],
                (LocalDate) row[1],
                0,
                new Position(amount, Money.zero(amount.currency())),
                (LocalDate) row[4],
                Instant.EPOCH);
        return new Expected.OperatorPayment(
                batch.id(), batch.operatorId(), batch.endToEndId(), amount.negated(), batch.valueDate());
    }
}
