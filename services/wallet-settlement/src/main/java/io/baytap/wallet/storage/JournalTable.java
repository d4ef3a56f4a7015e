package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Posting;
import java.util.List;
import java.util.Map;

/** Writes journals and seals them: four statements, however many there are. Best once per transaction: then it holds one book. */
final class JournalTable {

    private static final String INSERT_JOURNALS = """
            insert into journal (id, kind, occurred_at, posting_count, book, seal, place)
            select n.id, n.kind, n.at, n.count, cast(:book as smallint), cast(:seal as bigint), n.place
            from unnest(cast(:id as text[]), cast(:kind as text[]), cast(cast(:at as text[]) as timestamptz[]), cast(:count as int[])) with ordinality as n(id, kind, at, count, place)""";
    private static final String INSERT_POSTINGS = """
            insert into posting (journal_id, line, account, currency, amount_minor)
            select * from unnest(cast(:journal as text[]), cast(:line as int[]), cast(:account as text[]), cast(:currency as text[]), cast(:amount as bigint[]))""";

    private record Line(String journalId, int number, Posting posting) {}

    private JournalTable() {}

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
        List<Line> lines = journals.stream()
                .<Line>mapMulti((journal, out) -> {
                    for (int i = 0; i < journal.postings().size(); i++) {
                        out.accept(
                                new Line(journal.id(), i + 1, journal.postings().get(i)));
                    }
                })
                .toList();
        transaction.run(
                INSERT_POSTINGS,
                Columns.of(lines)
                        .text("journal", Line::journalId)
                        .count("line", Line::number)
                        .text("account", line -> line.posting().account().name())
                        .text(
                                "currency",
                                line -> line.posting().amount().currency().getCurrencyCode())
                        .number("amount", line -> line.posting().amount().minor())
                        .arrays());
    }
}
