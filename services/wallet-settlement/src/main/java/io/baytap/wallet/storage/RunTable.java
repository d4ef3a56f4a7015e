package io.baytap.wallet.storage;

import io.baytap.wallet.domain.reconciliation.Findings;
import io.baytap.wallet.domain.reconciliation.LineState;
import io.baytap.wallet.domain.reconciliation.Reconciliations.HeldStatement;
import io.baytap.wallet.domain.reconciliation.Reconciliations.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reconciliations were run, and over which statements. */
final class RunTable {

    private static final String INSERT = """
            insert into reconciliation_run (day, run, at, pending, matched, explained, broken, problems)
            values (:day, (select coalesce(max(run), 0) + 1 from reconciliation_run where day = :day), cast(cast(:at as text) as timestamptz),
              :pending, :matched, :explained, :broken, cast(:problems as text[]))""";

    private static final String LATEST = """
            select day, run, at, pending, matched, explained, broken, array_to_string(problems, chr(10))
            from reconciliation_run where day = :day order by run desc limit 1""";

    private static final String STATEMENTS =
            "select source, day, line_count, received_at from statement where day = :day order by source";

    private static final String TRADED = """
            select 1 from ledger_trade where wallet_scheme = :scheme
              and coalesce(acted_at, occurred_at) >= cast(cast(:day as date) as timestamp) at time zone 'Asia/Hong_Kong'
              and coalesce(acted_at, occurred_at) < cast(cast(:day as date) + 1 as timestamp) at time zone 'Asia/Hong_Kong' limit 1""";

    private static final String FIRST_DAY =
            "select cast(min(occurred_at) at time zone 'Asia/Hong_Kong' as date) from journal where kind = 'CHARGE'";

    private RunTable() {}

    static Run add(Transaction transaction, LocalDate day, Instant at, Findings findings, List<String> problems) {
        Map<String, Object> row = new HashMap<>(Map.of("day", day, "at", at.toString()));
        row.put("pending", count(findings, LineState.Pending.class));
        row.put("matched", count(findings, LineState.Matched.class));
        row.put("explained", count(findings, LineState.Explained.class) + count(findings, LineState.Accepted.class));
        row.put("broken", count(findings, LineState.Broken.class));
        row.put("problems", problems.toArray(String[]::new));
        transaction.run(INSERT, row);
        return latest(transaction, day).orElseThrow();
    }

    private static long count(Findings findings, Class<? extends LineState> state) {
        return findings.states().values().stream().filter(state::isInstance).count();
    }

    static Optional<Run> latest(Transaction transaction, LocalDate day) {
        return transaction.rows(LATEST, Map.of("day", day)).stream()
                .map(row -> new Run(
                        (LocalDate) row[0],
                        ((Number) row[1]).intValue(),
                        instant(row[2]),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        ((Number) row[5]).longValue(),
                        ((Number) row[6]).longValue(),
                        ((String) row[7]).lines().toList()))
                .findFirst();
    }

    static boolean holds(Transaction transaction, String source, LocalDate day) {
        return !transaction
                .rows(
                        "select 1 from statement where source = :source and day = :day",
                        Map.of("source", source, "day", day))
                .isEmpty();
    }

    static boolean traded(Transaction transaction, String scheme, LocalDate day) {
        return !transaction.rows(TRADED, Map.of("scheme", scheme, "day", day)).isEmpty();
    }

    static Optional<LocalDate> lastDay(Transaction transaction) {
        return day(transaction, "select max(day) from reconciliation_run");
    }

    static Optional<LocalDate> firstDay(Transaction transaction) {
        return day(transaction, FIRST_DAY);
    }

    static List<HeldStatement> statements(Transaction transaction, LocalDate day) {
        return transaction.rows(STATEMENTS, Map.of("day", day)).stream()
                .map(row -> new HeldStatement(
                        (String) row[0], (LocalDate) row[1], ((Number) row[2]).intValue(), instant(row[3])))
                .toList();
    }

    private static Optional<LocalDate> day(Transaction transaction, String sql) {
        return transaction.rows(sql, Map.of()).stream()
                .map(row -> Optional.ofNullable((LocalDate) row[0]))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Instant instant(Object time) {
        return time instanceof Instant instant ? instant : ((OffsetDateTime) time).toInstant();
    }
}
