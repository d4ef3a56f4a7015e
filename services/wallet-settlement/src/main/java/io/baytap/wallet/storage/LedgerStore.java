package io.baytap.wallet.storage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Ledger;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.Posting;
import io.baytap.wallet.domain.SchemeTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL. */
@ApplicationScoped
class LedgerStore implements Ledger {

    private static final String BALANCES = """
            select account, currency, cast(sum(amount_minor) as bigint)
            from account_balance group by account, currency order by account, currency""";

    private final Database database;
    private final SchemeTerms terms;

    LedgerStore(Database database, SchemeTerms terms) {
        this.terms = terms;
        this.database = database;
    }

    @Override
    public Posted post(List<Conversion> batch) {
        return batch.isEmpty()
                ? new Posted(Map.of(), Set.of())
                : database.transaction(transaction -> post(transaction, batch));
    }

    private Posted post(Transaction transaction, List<Conversion> batch) {
        Map<String, Conversion> byId =
                batch.stream().collect(toMap(Conversion::id, identity(), (first, _) -> first, LinkedHashMap::new));
        Map<String, LocalDate> added = FareTable.add(transaction, List.copyOf(byId.values()));
        List<Conversion> fresh = byId.values().stream()
                .filter(fare -> added.containsKey(fare.id()))
                .toList();
        if (!fresh.isEmpty()) {
            book(transaction, fresh, terms, null);
        }
        return fresh.size() == batch.size()
                ? new Posted(added, Set.of())
                : new Posted(FareTable.days(transaction, batch), FareTable.different(transaction, batch));
    }

    /**
     * Books one that is not booked yet, as {@link #post} does.
     *
     * @param onlyCharge the charge that it is taken from, if it may be no other
     * @return its settlement day
     */
    static LocalDate book(
            Transaction transaction, Conversion conversion, SchemeTerms terms, Optional<String> onlyCharge) {
        List<Conversion> one = List.of(conversion);
        LocalDate day = FareTable.add(transaction, one).get(conversion.id());
        if (day == null) {
            throw new IllegalStateException(conversion.id() + " is booked already");
        }
        book(transaction, one, terms, onlyCharge.orElse(null));
        return day;
    }

    private static void book(
            Transaction transaction, List<Conversion> fresh, SchemeTerms terms, @Nullable String onlyCharge) {
        JournalTable.add(transaction, fresh.stream().map(LedgerRules::fare).toList());
        ChargeTable.open(transaction, fresh, terms);
        CorrectionTable.place(transaction, fresh, onlyCharge);
    }

    @Override
    public Set<Journal> book(List<Journal> batch) {
        return batch.isEmpty() ? Set.of() : database.transaction(transaction -> book(transaction, batch));
    }

    private static Set<Journal> book(Transaction transaction, List<Journal> batch) {
        Map<String, Journal> byId =
                batch.stream().collect(toMap(Journal::id, identity(), (first, _) -> first, LinkedHashMap::new));
        Map<String, Journal> booked = JournalTable.find(transaction, byId.keySet());
        JournalTable.add(
                transaction,
                byId.values().stream()
                        .filter(journal -> !booked.containsKey(journal.id()))
                        .toList());
        byId.putAll(booked);
        return batch.stream()
                .filter(journal -> !journal.equals(byId.get(journal.id())))
                .collect(toSet());
    }

    @Override
    public Optional<Journal> find(String journalId) {
        return database.transaction(transaction -> Optional.ofNullable(
                JournalTable.find(transaction, Set.of(journalId)).get(journalId)));
    }

    @Override
    public List<Posting> balances() {
        return database.transaction(transaction -> transaction.rows(BALANCES, Map.of()).stream()
                .map(row -> new Posting(
                        new Account((String) row[0]), Money.of(((Number) row[2]).longValue(), (String) row[1])))
                .toList());
    }
}
