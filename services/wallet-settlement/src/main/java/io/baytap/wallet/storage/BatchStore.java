package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.Position;
import io.baytap.wallet.domain.ValueDates;
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
            select operator_id, fare_currency, settlement_day, count(*),
              cast(coalesce(sum(fare_minor) filter (where fare_minor > 0), 0) as bigint),
              cast(coalesce(sum(fare_minor) filter (where fare_minor < 0), 0) as bigint)
            from booked_fare
            where settlement_day <= :through
              and settlement_day > coalesce((select batched_through from cut_off), date '0001-01-01')
            group by settlement_day, operator_id, fare_currency
            order by settlement_day, operator_id, fare_currency""";

    private static final String INSERT = """
            insert into batch (operator_id, currency, business_day, fare_count, amount_minor, gross_minor, taken_back_minor, value_date, closed_at)
            select * from unnest(cast(:operator as text[]), cast(:currency as text[]), cast(:day as date[]), cast(:count as bigint[]), cast(:amount as bigint[]), cast(:gross as bigint[]), cast(:taken as bigint[]), cast(:value as date[]), cast(cast(:at as text[]) as timestamptz[]))""";

    private static final String BATCHED = "update cut_off set batched_through = :through";

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
                .map(row -> batch(row, at))
                .toList();
        write(transaction, closed);
        transaction.run(BATCHED, through);
        return closed;
    }

    private Batch batch(Object[] row, Instant at) {
        String operator = (String) row[0];
        String currency = (String) row[1];
        LocalDate day = (LocalDate) row[2];
        var position = new Position(
                Money.of(((Number) row[4]).longValue(), currency), Money.of(((Number) row[5]).longValue(), currency));
        return new Batch(operator, day, ((Number) row[3]).longValue(), position, valueDates.of(operator, day), at);
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
    public List<Batch> latest(int max) {
        return batches.latest(database, max);
    }
}
