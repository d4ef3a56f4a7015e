package io.baytap.wallet.storage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.reconciliation.BankJournals;
import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.BreakChange;
import io.baytap.wallet.domain.reconciliation.BreakReason;
import io.baytap.wallet.domain.reconciliation.Findings;
import io.baytap.wallet.domain.reconciliation.LineState;
import io.baytap.wallet.domain.reconciliation.Merchants;
import io.baytap.wallet.domain.reconciliation.Reconciliation;
import io.baytap.wallet.domain.reconciliation.Reconciliation.Books;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements, matches and breaks in PostgreSQL. */
@ApplicationScoped
class ReconciliationStore implements Reconciliations {

    /** One reconciliation at a time: breaks are compared with what was told last. */
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtext('reconciliation'))";

    private static final String BANK_JOURNALS =
            "select id from journal where kind in ('PAYOUT', 'FEE', 'PAYMENT', 'EXCHANGE', 'SUSPENSE', 'RELEASE')";

    private static final String SETTLE = """
            insert into settled_line (reference, state, as_of)
            select n.reference, n.state, cast(:as_of as date) from unnest(cast(:reference as text[]), cast(:state as text[])) as n(reference, state)
            on conflict (reference) do nothing""";

    private final Database database;
    private final OutboxTable outbox;
    private final BooksTable books;

    ReconciliationStore(Database database, OutboxTable outbox, Merchants merchants) {
        this.database = database;
        this.outbox = outbox;
        this.books = new BooksTable(merchants.byOperator());
    }

    @Override
    public Taken take(Statement statement, LocalDate asOf, Instant at) {
        return database.transaction(transaction -> {
            transaction.rows(ONE_AT_A_TIME, Map.of());
            Optional<String> here = StatementTable.add(transaction, statement);
            if (here.isEmpty()) {
                return Taken.NEW;
            }
            if (here.get().equals(statement.digest())) {
                return Taken.KNOWN;
            }
            reissued(transaction, statement, asOf, at);
            return Taken.REISSUED;
        });
    }

    /** Opened once per content that was refused; a person resolves it with whoever issued it. */
    private void reissued(Transaction transaction, Statement statement, LocalDate asOf, Instant at) {
        var found = new Break(
                "statement:" + statement.source() + ":" + statement.day() + ":" + statement.digest(),
                BreakReason.REISSUED,
                Money.zero(statement.currency()),
                statement.day(),
                new Break.Sides(null, null, statement.source() + ":" + statement.day(), null),
                null);
        if (!BreakTable.known(transaction, List.of(found.cause())).containsKey(found.id())) {
            tell(transaction, List.of(new BreakChange(found, 1, BreakChange.Transition.OPENED)), asOf, at);
        }
    }

    @Override
    public Run run(LocalDate day, LocalDate asOf, Instant at, List<String> problems) {
        return database.transaction(transaction -> {
            transaction.rows(ONE_AT_A_TIME, Map.of());
            Books open = books.read(transaction, asOf);
            Findings findings = Reconciliation.of(open, books.held(transaction, asOf));
            JournalTable.add(transaction, BankJournals.of(open.expected(), open.bank(), booked(transaction), at));
            settle(transaction, findings, asOf);
            var causes = findings.breaks().stream().map(Break::cause).toList();
            tell(transaction, BreakChange.between(BreakTable.known(transaction, causes), findings), asOf, at);
            return RunTable.add(transaction, day, at, findings, problems);
        });
    }

    private void tell(Transaction transaction, List<BreakChange> changes, LocalDate asOf, Instant at) {
        BreakTable.add(transaction, changes, asOf, at);
        outbox.add(
                transaction,
                changes.stream()
                        .<Outcome>map(change -> Outcome.BreakTold.of(change, asOf, at))
                        .toList());
    }

    private static Set<String> booked(Transaction transaction) {
        return transaction.rows(BANK_JOURNALS, Map.of()).stream()
                .map(row -> (String) row[0])
                .collect(Collectors.toSet());
    }

    private static void settle(Transaction transaction, Findings findings, LocalDate asOf) {
        List<Map.Entry<String, LineState>> settled = findings.states().entrySet().stream()
                .filter(entry -> entry.getValue().isFinal())
                .toList();
        if (!settled.isEmpty()) {
            Map<String, Object> columns = Columns.of(settled)
                    .text("reference", Map.Entry::getKey)
                    .text("state", entry -> entry.getValue().code())
                    .arrays();
            columns.put("as_of", asOf);
            transaction.run(SETTLE, columns);
        }
    }

    @Override
    public boolean holds(String source, LocalDate day) {
        return database.transaction(transaction -> RunTable.holds(transaction, source, day));
    }

    @Override
    public boolean traded(String scheme, LocalDate day) {
        return database.transaction(transaction -> RunTable.traded(transaction, scheme, day));
    }

    @Override
    public Optional<Run> latest(LocalDate day) {
        return database.transaction(transaction -> RunTable.latest(transaction, day));
    }

    @Override
    public Optional<LocalDate> lastDay() {
        return database.transaction(RunTable::lastDay);
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return database.transaction(RunTable::firstDay);
    }

    @Override
    public List<HeldStatement> statements(LocalDate day) {
        return database.transaction(transaction -> RunTable.statements(transaction, day));
    }

    @Override
    public List<BreakView> breaksSince(LocalDate day) {
        return breaks(BreakTable.SINCE, Map.of("day", day));
    }

    @Override
    public List<BreakView> open() {
        return breaks(BreakTable.OPEN, Map.of());
    }

    private List<BreakView> breaks(String sql, Map<String, ?> parameters) {
        return database.transaction(transaction -> BreakTable.list(transaction, sql, parameters)).stream()
                .map(known -> new BreakView(known.told(), known.revision()))
                .toList();
    }

    @Override
    public Map<BreakReason, Long> openByReason() {
        return open().stream().collect(groupingBy(view -> view.found().reason(), counting()));
    }

    @Override
    public Map<String, Long> unreconciledMinor() {
        return open().stream()
                .collect(groupingBy(
                        view -> view.found().amount().currency().getCurrencyCode(),
                        summingLong(view -> Math.abs(view.found().amount().minor()))));
    }
}
