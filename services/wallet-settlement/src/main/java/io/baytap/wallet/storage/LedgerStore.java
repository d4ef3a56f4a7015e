package io.baytap.wallet.storage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Ledger;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final JournalRepository journals;

    LedgerStore(Database database, JournalRepository journals) {
        this.database = database;
        this.journals = journals;
    }

    @Override
    public Set<String> post(List<Conversion> batch) {
        return batch.isEmpty() ? Set.of() : database.transaction(transaction -> post(transaction, batch));
    }

    private static Set<String> post(Transaction transaction, List<Conversion> batch) {
        Map<String, Conversion> byId =
                batch.stream().collect(toMap(Conversion::id, identity(), (first, _) -> first, LinkedHashMap::new));
        Set<String> added = FareTable.add(transaction, List.copyOf(byId.values()));
        List<Conversion> fresh =
                byId.values().stream().filter(fare -> added.contains(fare.id())).toList();
        if (!fresh.isEmpty()) {
            book(transaction, fresh, null);
        }
        return fresh.size() == batch.size() ? Set.of() : FareTable.different(transaction, batch);
    }

    /**
     * Books one that is not booked yet, as {@link #post} does.
     *
     * @param onlyCharge the charge that it is taken from, if it may be no other
     */
    static void book(Transaction transaction, Conversion conversion, Optional<String> onlyCharge) {
        List<Conversion> one = List.of(conversion);
        if (FareTable.add(transaction, one).isEmpty()) {
            throw new IllegalStateException(conversion.id() + " is booked already");
        }
        book(transaction, one, onlyCharge.orElse(null));
    }

    private static void book(Transaction transaction, List<Conversion> fresh, @Nullable String onlyCharge) {
        JournalTable.add(transaction, fresh.stream().map(LedgerRules::fare).toList());
        ChargeTable.open(transaction, fresh);
        CorrectionTable.place(transaction, fresh, onlyCharge);
    }

    @Override
    public Optional<Journal> find(String journalId) {
        return journals.find(database, journalId);
    }

    @Override
    public List<Posting> balances() {
        return database.transaction(transaction -> transaction.rows(BALANCES, Map.of()).stream()
                .map(row -> new Posting(
                        new Account((String) row[0]), Money.of(((Number) row[2]).longValue(), (String) row[1])))
                .toList());
    }
}
