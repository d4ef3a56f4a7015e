package io.baytap.wallet.storage;

import static java.util.stream.Collectors.toMap;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.BreakChange;
import io.baytap.wallet.domain.reconciliation.BreakChange.Known;
import io.baytap.wallet.domain.reconciliation.BreakReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The breaks' stories. */
final class BreakTable {

    private static final String LATEST = """
            select b.* from (
              select distinct on (break_id) cause, reason, amount_minor, currency, since, wallet_scheme, ours, theirs, number,
                resolved_by, revision
              from break_change order by break_id, revision desc) b
            """;

    /** Beside open ones, those that findings may reopen or confirm: whatever has the same cause. */
    private static final String KNOWN = LATEST + "where b.resolved_by is null or b.cause = any(cast(:cause as text[]))";

    private static final String ONE = """
            select cause, reason, amount_minor, currency, since, wallet_scheme, ours, theirs, number, resolved_by, revision
            from break_change where break_id = :id order by revision desc limit 1""";

    static final String OPEN = LATEST + "where b.resolved_by is null order by b.reason, b.since, b.cause";

    static final String SINCE = LATEST + "where b.since = :day order by b.reason, b.cause";

    private static final String INSERT = """
            insert into break_change (break_id, revision, transition, cause, reason, amount_minor, currency, since, wallet_scheme, ours, theirs, number, resolved_by, as_of, occurred_at)
            select n.id, n.revision, n.transition, n.cause, n.reason, n.amount, n.currency, n.since, n.scheme, n.ours, n.theirs, n.number, n.resolved_by, cast(:as_of as date), cast(cast(:at as text) as timestamptz)
            from unnest(cast(:id as text[]), cast(:revision as int[]), cast(:transition as text[]), cast(:cause as text[]), cast(:reason as text[]), cast(:amount as bigint[]), cast(:currency as text[]), cast(:since as date[]), cast(:scheme as text[]), cast(:ours as text[]), cast(:theirs as text[]), cast(:number as text[]), cast(:resolved_by as text[]))
              as n(id, revision, transition, cause, reason, amount, currency, since, scheme, ours, theirs, number, resolved_by)""";

    private BreakTable() {}

    static Map<String, Known> known(Transaction transaction, List<String> causes) {
        return transaction
                .rows(KNOWN, Columns.of(causes).text("cause", cause -> cause).arrays())
                .stream()
                .map(BreakTable::known)
                .collect(toMap(known -> known.told().id(), known -> known));
    }

    /** A break as it was told last. */
    static Optional<Known> find(Transaction transaction, String id) {
        return list(transaction, ONE, Map.of("id", id)).stream().findFirst();
    }

    static List<Known> list(Transaction transaction, String sql, Map<String, ?> parameters) {
        return transaction.rows(sql, parameters).stream().map(BreakTable::known).toList();
    }

    static void add(Transaction transaction, List<BreakChange> changes, LocalDate asOf, Instant at) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> columns = Columns.of(changes)
                .text("id", change -> change.found().id())
                .count("revision", BreakChange::revision)
                .text("transition", change -> change.transition().name())
                .text("cause", change -> change.found().cause())
                .text("reason", change -> change.found().reason().name())
                .number("amount", change -> change.found().amount().minor())
                .text("currency", change -> change.found().amount().currency().getCurrencyCode())
                .day("since", change -> change.found().since())
                .text("scheme", change -> name(change.found().sides().scheme()))
                .text("ours", change -> change.found().sides().ours())
                .text("theirs", change -> change.found().sides().theirs())
                .text("number", change -> change.found().sides().number())
                .text("resolved_by", change -> change.found().resolvedBy())
                .arrays();
        columns.put("as_of", asOf);
        columns.put("at", at.toString());
        transaction.run(INSERT, columns);
    }

    private static @Nullable String name(@Nullable WalletScheme scheme) {
        return scheme == null ? null : scheme.name();
    }

    private static Known known(Object[] row) {
        var scheme = (String) row[5];
        var found = new Break(
                (String) row[0],
                BreakReason.valueOf((String) row[1]),
                Money.of(((Number) row[2]).longValue(), (String) row[3]),
                (LocalDate) row[4],
                new Break.Sides(
                        scheme == null ? null : WalletScheme.valueOf(scheme), (String) row[6], (String) row[7], (String)
                                row[8]),
                (String) row[9]);
        return new Known(found, ((Number) row[10]).intValue());
    }
}
