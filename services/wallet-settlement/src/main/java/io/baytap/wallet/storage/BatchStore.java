package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Closed days in PostgreSQL. */
@ApplicationScoped
class BatchStore implements Batches {

    private static final String LOCK_DAYS = "select 1 from pg_advisory_xact_lock(:lock)";

    /** Short: once this is committed no fare can join these days any more. */
    private static final String CLOSE = """
            update cut_off set closed_through = :through where closed_through is null or closed_through < :through""";

    /** The row lock lets one closer at a time go on; the next one finds nothing left. */
    private static final String TO_BATCH = """
            select closed_through from cut_off
            where closed_through is not null and (batched_through is null or batched_through < closed_through)
            for update""";

    private static final String SUMS = """
            select operator_id, fare_currency, settlement_day, count(*), cast(sum(fare_minor) as bigint)
            from booked_fare
            where settlement_day <= :through
              and settlement_day > coalesce((select batched_through from cut_off), date '0001-01-01')
            group by settlement_day, operator_id, fare_currency
            order by settlement_day, operator_id, fare_currency""";

    private static final String INSERT = """
            insert into batch (operator_id, currency, business_day, fare_count, amount_minor, closed_at)
            select * from unnest(cast(:operator as text[]), cast(:currency as text[]), cast(:day as date[]), cast(:count as bigint[]), cast(:amount as bigint[]), cast(cast(:at as text[]) as timestamptz[]))""";

    private static final String BATCHED = "update cut_off set batched_through = :through";

    private final Database database;
    private final OutboxTable outbox;
    private final BatchRepository batches;

    BatchStore(Database database, OutboxTable outbox, BatchRepository batches) {
        this.database = database;
        this.outbox = outbox;
        this.batches = batches;
    }

    @Override
    public List<Batch> close(LocalDate through, Instant at) {
        database.change(transaction -> {
            transaction.rows(LOCK_DAYS, Map.of("lock", FareTable.DAYS_LOCK));
            transaction.run(CLOSE, Map.of("through", through));
        });
        return database.transaction(transaction -> batch(transaction, at));
    }

    private List<Batch> batch(Transaction transaction, Instant at) {
        List<Object[]> days = transaction.rows(TO_BATCH, Map.of());
        if (days.isEmpty()) {
            return List.of();
        }
        Map<String, Object> through = Map.of("through", (LocalDate) days.getFirst()[0]);
        List<Batch> closed = transaction.rows(SUMS, through).stream()
                .map(row -> new Batch(
                        (String) row[0],
                        (LocalDate) row[2],
                        ((Number) row[3]).longValue(),
                        Money.of(((Number) row[4]).longValue(), (String) row[1]),
                        at))
                .toList();
        write(transaction, closed);
        transaction.run(BATCHED, through);
        return closed;
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
                batch.amount().minor());
    }

    @Override
    public List<Batch> latest(int max) {
        return batches.latest(database, max);
    }
}
