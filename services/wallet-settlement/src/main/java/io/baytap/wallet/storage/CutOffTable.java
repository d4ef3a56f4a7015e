package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Closing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which days are closed, and which of those have their batches. */
final class CutOffTable {

    private static final String LOCK_DAYS = "select 1 from pg_advisory_xact_lock(:lock)";

    /** Begins where the others are, so that no day is closed twice or left out. */
    private static final String ADD_OPERATORS = """
            insert into operator_cut_off (operator_id, closed_through, batched_through)
            select n.id, c.closed_through, c.batched_through from unnest(cast(:operator as text[])) as n(id), cut_off c order by n.id
            on conflict (operator_id) do nothing""";

    private static final String CLOSE = """
            update cut_off set closed_through = :through where closed_through is null or closed_through < :through""";

    /** Operators that had a cut-off of their own, and have none any more, close with the others. */
    private static final String CLOSE_OPERATORS = """
            update operator_cut_off o set closed_through = n.through
            from (select r.operator_id, coalesce(c.through, :usual) as through from operator_cut_off r
                  left join unnest(cast(:operator as text[]), cast(:through as date[])) as c(id, through) on c.id = r.operator_id) n
            where n.operator_id = o.operator_id and (o.closed_through is null or o.closed_through < n.through)""";

    /** The row locks let one closer at a time go on; the next one finds nothing left. */
    private static final String LOCK = "select 1 from cut_off for update";

    private static final String LOCK_OPERATORS = "select 1 from operator_cut_off order by operator_id for update";

    private static final String TO_BATCH = """
            select min(coalesce(batched_through, date '0001-01-01')), max(closed_through)
            from (select closed_through, batched_through from cut_off
                  union all select closed_through, batched_through from operator_cut_off) days
            where closed_through is not null and (batched_through is null or batched_through < closed_through)
            having count(*) > 0""";

    private static final String BATCHED = "update cut_off set batched_through = closed_through";

    private static final String BATCHED_OPERATORS = "update operator_cut_off set batched_through = closed_through";

    /** Days that some operator's batches are missing for: after {@code after}, up to and including {@code through}. */
    record Span(LocalDate after, LocalDate through) {}

    private CutOffTable() {}

    /** Short: once this is committed no fare can join these days any more. */
    static void close(Transaction transaction, Closing closing) {
        List<String> operators = closing.own().keySet().stream().sorted().toList();
        Map<String, Object> own = Columns.of(operators)
                .text("operator", id -> id)
                .day("through", closing.own()::get)
                .arrays();
        Map<String, Object> parameters = new HashMap<>(own);
        parameters.put("usual", closing.usual());
        transaction.rows(LOCK_DAYS, Map.of("lock", FareTable.DAYS_LOCK));
        if (!operators.isEmpty()) {
            transaction.run(ADD_OPERATORS, Columns.pick(own, "operator"));
        }
        transaction.run(CLOSE, Map.of("through", closing.usual()));
        transaction.run(CLOSE_OPERATORS, parameters);
    }

    /** What has no batches yet; nobody else can make them until the transaction ends. */
    static Optional<Span> toBatch(Transaction transaction) {
        transaction.rows(LOCK, Map.of());
        transaction.rows(LOCK_OPERATORS, Map.of());
        return transaction.rows(TO_BATCH, Map.of()).stream()
                .map(row -> new Span((LocalDate) row[0], (LocalDate) row[1]))
                .findFirst();
    }

    /** Every closed day has its batches now. */
    static void batched(Transaction transaction) {
        transaction.run(BATCHED, Map.of());
        transaction.run(BATCHED_OPERATORS, Map.of());
    }
}
