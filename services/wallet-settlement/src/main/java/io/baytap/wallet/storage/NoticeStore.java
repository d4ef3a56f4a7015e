package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import io.baytap.wallet.domain.reconciliation.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notified entries in PostgreSQL. */
@ApplicationScoped
class NoticeStore implements Notices {

    /** Arrays do not nest: names travel as one text, a line each. */
    private static final String INSERT = """
            insert into bank_notice (reference, source, booked_on, currency, amount_minor, names)
            select n.reference, cast(:source as text), n.on_day, n.currency, n.amount, string_to_array(n.names, chr(10))
            from unnest(cast(:reference as text[]), cast(:on_day as date[]), cast(:currency as text[]), cast(:amount as bigint[]), cast(:names as text[]))
              as n(reference, on_day, currency, amount, names)
            on conflict (reference) do nothing""";

    private static final String SELECT =
            "select reference, currency, amount_minor, booked_on, array_to_string(names, chr(10)) from bank_notice ";

    private static final String KNOWN = SELECT + "where reference = any(cast(:reference as text[]))";

    private static final String SINCE = SELECT + "where booked_on >= :since order by reference";

    private final Database database;

    NoticeStore(Database database) {
        this.database = database;
    }

    @Override
    public Taken take(String source, List<BankEntry> entries) {
        if (entries.isEmpty()) {
            return new Taken(0, List.of());
        }
        return database.transaction(transaction -> {
            Map<String, Object> columns = Columns.of(entries)
                    .text("reference", BankEntry::reference)
                    .day("on_day", BankEntry::bookedOn)
                    .text("currency", BankEntry::currency)
                    .number("amount", entry -> entry.amount().minor())
                    .text("names", entry -> String.join("\n", entry.names()))
                    .arrays();
            columns.put("source", source);
            int fresh = transaction.run(INSERT, columns);
            return new Taken(fresh, changed(transaction, entries));
        });
    }

    private static List<String> changed(Transaction transaction, List<BankEntry> entries) {
        List<String> changed = new ArrayList<>();
        List<BankEntry> known =
                transaction
                        .rows(
                                KNOWN,
                                Columns.of(entries)
                                        .text("reference", BankEntry::reference)
                                        .arrays())
                        .stream()
                        .map(NoticeStore::entry)
                        .toList();
        for (BankEntry entry : entries) {
            known.stream()
                    .filter(before -> before.reference().equals(entry.reference()))
                    .filter(before -> !before.amount().equals(entry.amount())
                            || !before.bookedOn().equals(entry.bookedOn()))
                    .forEach(before -> changed.add("%s was notified as %s of %s before, now as %s of %s"
                            .formatted(
                                    entry.reference(),
                                    before.amount(),
                                    before.bookedOn(),
                                    entry.amount(),
                                    entry.bookedOn())));
        }
        return changed;
    }

    static List<BankEntry> since(Transaction transaction, Map<String, Object> since) {
        return transaction.rows(SINCE, since).stream().map(NoticeStore::entry).toList();
    }

    /** Of reference, currency, minor units, day and names. */
    static BankEntry entry(Object[] row) {
        return new BankEntry(
                (String) row[0],
                Money.of(((Number) row[2]).longValue(), (String) row[1]),
                (LocalDate) row[3],
                Set.of(((String) row[4]).split("\n", -1)));
    }
}
