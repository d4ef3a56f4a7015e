package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Position;
import io.baytap.wallet.domain.reconciliation.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Closed batches as payments that the bank should show. */
final class PaymentRows {

    /** A batch that was due before there were bank statements of its currency is not expected on them. */
    private static final String PAYABLE = """
            select b.operator_id, b.business_day, b.amount_minor, b.currency, b.value_date from batch b
            where b.amount_minor > 0 and b.business_day >= :since and b.value_date >=
              (select min(s.day) from statement s where s.source like 'bank:' || b.currency || ':%')
            order by 1, 2, 4""";

    private PaymentRows() {}

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
