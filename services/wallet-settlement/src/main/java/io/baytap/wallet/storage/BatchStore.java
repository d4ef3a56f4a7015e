package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.BankLine;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.Closing;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.Position;
import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.ValueDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closed days in PostgreSQL. */
@ApplicationScoped
class BatchStore implements Batches {

    private static final String SUMS = """
            select f.operator_id, f.fare_currency, f.settlement_day, count(*),
              cast(coalesce(sum(fare_minor) filter (where fare_minor > 0), 0) as bigint),
              cast(coalesce(sum(fare_minor) filter (where fare_minor < 0), 0) as bigint)
            from operator_movement f cross join cut_off c left join operator_cut_off o on o.operator_id = f.operator_id
            where f.settlement_day > :after and f.settlement_day <= :through
              and f.settlement_day <= case when o.operator_id is null then c.closed_through else o.closed_through end
              and f.settlement_day > coalesce(case when o.operator_id is null then c.batched_through else o.batched_through end, date '0001-01-01')
            group by f.settlement_day, f.operator_id, f.fare_currency
            order by f.settlement_day, f.operator_id, f.fare_currency""";

    private static final String INSERT = """
            insert into batch (operator_id, currency, business_day, fare_count, amount_minor, gross_minor, taken_back_minor, value_date, closed_at)
            select * from unnest(cast(:operator as text[]), cast(:currency as text[]), cast(:day as date[]), cast(:count as bigint[]), cast(:amount as bigint[]), cast(:gross as bigint[]), cast(:taken as bigint[]), cast(:value as date[]), cast(cast(:at as text[]) as timestamptz[]))""";

    private final Database database;
    private final OutboxTable outbox;
    private final BatchRepository batches;
    private final ValueDates valueDates;

    BatchStore(Database database, OutboxTable outbox, BatchRepository batches, ValueDates valueDates) {
        this.database = database;
        this.outbox = outbox;
        this.batches = batches;
        this.valueDates = valueDates;
    }

    @Override
    public List<Batch> close(Closing closing, Instant at, Term term) {
        database.change(transaction -> {
            TermStore.hold(transaction, term);
            CutOffTable.close(transaction, closing);
        });
        return database.transaction(transaction -> {
            TermStore.hold(transaction, term);
            return CutOffTable.toBatch(transaction)
                    .map(days -> batch(transaction, days, at))
                    .orElse(List.of());
        });
    }

    private List<Batch> batch(Transaction transaction, CutOffTable.Span days, Instant at) {
        Map<String, Object> span = Map.of("after", days.after(), "through", days.through());
        List<Batch> closed =
                transaction.rows(SUMS, span).stream().map(row -> batch(row, at)).toList();
        write(transaction, closed);
        CutOffTable.batched(transaction);
        return closed;
    }

    private Batch batch(Object[] row, Instant at) {
        String operator = (String) row[0];
        String currency = (String) row[1];
        LocalDate day = (LocalDate) row[2];
        var position = new Position(
                Money.of(((Number) row[4]).longValue(), currency), Money.of(((Number) row[5]).longValue(), currency));
        return new Batch(
                operator, day, ((Number) row[3]).longValue(), position, valueDates.of(operator, currency, day), at);
    }

    private void write(Transaction transaction, List<Batch> closed) {
        if (closed.isEmpty()) {
            return;
        }
        transaction.run(
                INSERT,
                Columns.of(closed)
                        .text("operator", Batch::operatorId)
                        .text("currency", batch -> batch.amount().currency().getCurrencyCode())
                        .day("day", Batch::businessDay)
                        .number("count", Batch::fareCount)
                        .number("amount", batch -> batch.amount().minor())
                        .number("gross", batch -> batch.position().gross().minor())
                        .number("taken", batch -> batch.position().takenBack().minor())
                        .day("value", Batch::valueDate)
                        .time("at", Batch::closedAt)
                        .arrays());
        JournalTable.add(transaction, closed.stream().map(LedgerRules::closed).toList());
        outbox.add(transaction, closed.stream().map(BatchStore::told).toList());
    }

    private static Outcome told(Batch batch) {
        return new Outcome.BatchClosed(
                batch.closedAt(),
                batch.operatorId(),
                batch.amount().currency().getCurrencyCode(),
                batch.businessDay(),
                batch.fareCount(),
                batch.amount().minor(),
                batch.position().gross().minor(),
                batch.position().takenBack().minor(),
                batch.valueDate());
    }

    @Override
    public List<Batch> of(LocalDate day) {
        return batches.of(database, day);
    }

    @Override
    public Optional<List<BankLine>> bankLines(String batchId) {
        return batches.find(database, batchId)
                .map(batch -> database.transaction(transaction -> PaymentRows.atBank(transaction, batch)));
    }

    @Override
    public List<Batch> latest(int max) {
        return batches.latest(database, max);
    }
}
