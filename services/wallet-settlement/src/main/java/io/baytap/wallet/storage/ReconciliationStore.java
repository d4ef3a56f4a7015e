package io.baytap.wallet.storage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.reconciliation.Amendments;
import io.baytap.wallet.domain.reconciliation.BankJournals;
import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.BreakChange;
import io.baytap.wallet.domain.reconciliation.BreakReason;
import io.baytap.wallet.domain.reconciliation.Findings;
import io.baytap.wallet.domain.reconciliation.Held;
import io.baytap.wallet.domain.reconciliation.LineState;
import io.baytap.wallet.domain.reconciliation.Merchants;
import io.baytap.wallet.domain.reconciliation.MissingStatement;
import io.baytap.wallet.domain.reconciliation.Reconciliation;
import io.baytap.wallet.domain.reconciliation.Reconciliation.Books;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final String COUNT_FOR_PLANNER = "select 1 from count_for_planner()";

    private static final String BANK_JOURNALS =
            "select id from journal where kind in ('PAYOUT', 'FEE', 'PAYMENT', 'EXCHANGE', 'SUSPENSE', 'RELEASE', 'ADJUSTMENT')";

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

    /** Until the transaction ends nobody else reconciles or resolves a break. */
    static void lock(Transaction transaction) {
        transaction.rows(ONE_AT_A_TIME, Map.of());
    }

    @Override
    public Taken take(Statement statement, LocalDate asOf, Instant at) {
        return database.transaction(transaction -> {
            lock(transaction);
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
    public Run run(LocalDate day, LocalDate asOf, Instant at, List<String> problems, List<MissingStatement> missing) {
        return database.transaction(transaction -> {
            lock(transaction);
            transaction.rows(COUNT_FOR_PLANNER, Map.of());
            Books open = books.read(transaction, asOf);
            Held held = books.held(transaction, asOf);
            Findings findings = Reconciliation.of(open, held);
            JournalTable.add(transaction, journals(transaction, open, held, at));
            findings.statements(missing, arrived(transaction));
            var causes = findings.breaks().stream().map(Break::cause).toList();
            Map<String, BreakChange.Known> known = BreakTable.known(transaction, causes);
            findings.keepResolved(
                    known.values().stream().map(BreakChange.Known::told).toList());
            settle(transaction, findings, asOf);
            tell(transaction, BreakChange.between(known, findings), asOf, at);
            return RunTable.add(transaction, day, at, findings, problems);
        });
    }

    /** Breaks about statements that are here now. */
    private static List<Break> arrived(Transaction transaction) {
        return BreakTable.list(transaction, BreakTable.OPEN, Map.of()).stream()
                .map(BreakChange.Known::told)
                .filter(told -> told.reason() == BreakReason.STATEMENT_MISSING)
                .filter(told -> {
                    MissingStatement was = MissingStatement.of(told);
                    return RunTable.holds(transaction, was.source(), was.day());
                })
                .toList();
    }

    /** What the bank shows and what it took back of its notifications. */
    private static List<Journal> journals(Transaction transaction, Books open, Held held, Instant at) {
        Set<String> booked = booked(transaction);
        List<Journal> journals =
                new ArrayList<>(BankJournals.of(open.expected(), open.bank(), open.provisional(held), booked, at));
        Set<String> about = Set.copyOf(Amendments.about(open.notices(), booked));
        if (!about.isEmpty()) {
            journals.addAll(
                    Amendments.of(open.notices(), open.bank(), held, JournalTable.find(transaction, about), at));
        }
        return journals;
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
