package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Chain;
import io.baytap.wallet.domain.Journal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Takes a book of the ledger and seals journals in it. Hashes travel as hexadecimal text. */
final class BookTable {

    /** Whichever is free, so that transactions do not wait for each other. Held until the transaction ends. */
    private static final String TAKE_FREE = """
            select number, seals, encode(head, 'hex') from book order by number limit 1 for update skip locked""";

    /** With more transactions at once than books, one waits. */
    private static final String TAKE_ANY = """
            select number, seals, encode(head, 'hex') from book
            where number = pg_backend_pid() % (select count(*) from book) for update""";

    private static final String SEAL = """
            insert into seal (book, number, previous, leaves, hash, journal_count, posting_count)
            values (:book, :number, decode(:previous, 'hex'), decode(:leaves, 'hex'), decode(:hash, 'hex'), :journals, :postings)""";

    private static final HexFormat HEX = HexFormat.of();

    /** Where journals were sealed. */
    record Sealed(short book, long number) {}

    private BookTable() {}

    /** Seals the journals, to be stored right after in this transaction; the first has place 1. */
    static Sealed seal(Transaction transaction, List<Journal> journals) {
        Object[] book = take(transaction);
        short number = ((Number) book[0]).shortValue();
        long next = ((Number) book[1]).longValue() + 1;
        String head = (String) book[2];
        byte[] leaves = Chain.leaves(journals);
        transaction.run(
                SEAL,
                Map.of(
                        "book",
                        number,
                        "number",
                        next,
                        "previous",
                        head,
                        "leaves",
                        HEX.formatHex(leaves),
                        "hash",
                        HEX.formatHex(Chain.seal(HEX.parseHex(head), number, next, leaves)),
                        "journals",
                        journals.size(),
                        "postings",
                        journals.stream()
                                .mapToInt(journal -> journal.postings().size())
                                .sum()));
        return new Sealed(number, next);
    }

    private static Object[] take(Transaction transaction) {
        List<Object[]> free = transaction.rows(TAKE_FREE, Map.of());
        return free.isEmpty() ? transaction.rows(TAKE_ANY, Map.of()).getFirst() : free.getFirst();
    }
}
