package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What others are told of debts that were given up or recovered: their rows are their journals' by id. */
final class BadDebtNews {

    private static final String SELECT = """
            select b.id, b.kind, b.bearer, c.rider_id, b.wallet_scheme, b.charge_id, c.journey_id, b.operator_id, c.business_day,
              b.settlement_day, b.owed_minor, b.owed_currency, b.fare_minor, b.fare_currency, b.spread_minor, b.operator_minor
            from bad_debt b join charge c on c.id = b.charge_id
            where b.id = any(cast(:id as text[])) order by b.id""";

    private BadDebtNews() {}

    /** @param journals of debts, of one transaction */
    static List<Outcome> of(Transaction transaction, List<Journal> journals, Instant at) {
        if (journals.isEmpty()) {
            return List.of();
        }
        return transaction
                .rows(SELECT, Columns.of(journals).text("id", Journal::id).arrays())
                .stream()
                .<Outcome>map(row -> news(row, at))
                .toList();
    }

    private static Outcome.WrittenOff news(Object[] row, Instant at) {
        return new Outcome.WrittenOff(
                at,
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                WalletScheme.valueOf((String) row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (LocalDate) row[8],
                (LocalDate) row[9],
                ((Number) row[10]).longValue(),
                (String) row[11],
                ((Number) row[12]).longValue(),
                (String) row[13],
                ((Number) row[14]).longValue(),
                ((Number) row[15]).longValue());
    }
}
