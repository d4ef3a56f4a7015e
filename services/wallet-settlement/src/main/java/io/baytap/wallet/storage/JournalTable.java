package io.baytap.wallet.storage;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes journals and seals them: four statements, however many there are. Best once per transaction: then it holds one book. */
final class JournalTable {

    private static final String INSERT_JOURNALS = """
            insert into journal (id, kind, occurred_at, posting_count, book, seal, place)
            select n.id, n.kind, n.at, n.count, cast(:book as smallint), cast(:seal as bigint), n.place
            from unnest(cast(:id as text[]), cast(:kind as text[]), cast(cast(:at as text[]) as timestamptz[]), cast(:count as int[])) with ordinality as n(id, kind, at, count, place)""";
    private static final String INSERT_POSTINGS = """
            insert into posting (book, seal, place, line, account, currency, amount_minor)
            select cast(:book as smallint), cast(:seal as bigint), n.*
            from unnest(cast(:place as int[]), cast(:line as int[]), cast(:account as text[]), cast(:currency as text[]), cast(:amount as bigint[])) n""";

    private static final String FIND = """
            select j.id, j.kind, j.occurred_at, p.account, p.currency, p.amount_minor
            from journal j left join posting p on (p.book, p.seal, p.place) = (j.book, j.seal, j.place)
            where j.id = any(cast(:id as text[])) order by j.id, p.line""";

    private record Line(int place, int number, Posting posting) {}

    private JournalTable() {}

    /** Those of the journals that are there, by id. */
    static Map<String, Journal> find(Transaction transaction, Set<String> ids) {
        return transaction.rows(FIND, Map.of("id", ids.toArray(String[]::new))).stream()
                .collect(groupingBy(row -> (String) row[0], collectingAndThen(toList(), JournalTable::journal)));
    }

    private static Journal journal(List<Object[]> rows) {
        Object[] first = rows.getFirst();
        return new Journal(
                (String) first[0],
                Journal.Kind.valueOf((String) first[1]),
                Columns.instant(first[2]),
                rows.stream()
                        .filter(row -> row[3] != null)
                        .map(row -> new Posting(
                                new Account((String) row[3]), Money.of(((Number) row[5]).longValue(), (String) row[4])))
                        .toList());
    }

    static void add(Transaction transaction, List<Journal> journals) {
        if (journals.isEmpty()) {
            return;
        }
        BookTable.Sealed sealed = BookTable.seal(transaction, journals);
        Map<String, Object> columns = Columns.of(journals)
                .text("id", Journal::id)
                .text("kind", journal -> journal.kind().name())
                .time("at", Journal::occurredAt)
                .count("count", journal -> journal.postings().size())
                .arrays();
        columns.put("book", sealed.book());
        columns.put("seal", sealed.number());
        transaction.run(INSERT_JOURNALS, columns);
        List<Line> lines = new ArrayList<>();
        for (int place = 1; place <= journals.size(); place++) {
            List<Posting> postings = journals.get(place - 1).postings();
            for (int number = 1; number <= postings.size(); number++) {
                lines.add(new Line(place, number, postings.get(number - 1)));
            }
        }
        Map<String, Object> postings = Columns.of(lines)
                .count("place", Line::place)
                .count("line", Line::number)
                .text("account", line -> line.posting().account().name())
                .text("currency", line -> line.posting().amount().currency().getCurrencyCode())
                .number("amount", line -> line.posting().amount().minor())
                .arrays();
        postings.put("book", sealed.book());
        postings.put("seal", sealed.number());
        transaction.run(INSERT_POSTINGS, postings);
    }
}
