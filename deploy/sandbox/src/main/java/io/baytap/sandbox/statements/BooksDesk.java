package io.baytap.sandbox.statements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the providers tell of their books, to us and to our bank. Safe for concurrent use. */
public final class BooksDesk {

    private static final String STATEMENTS = "/v3/global/statements";
    private static final String SETTLEMENTS = "/v3/global/settle/settlements";

    private final List<ProviderBook> books;
    private final ProviderClock clock;
    private final Statements statements;
    private final Settlements settlements;
    private final StatementDesk statementDesk;
    private final SettlementDesk settlementDesk;
    private final DealBook deals;
    private final ControlPages control;

    /** Desks over these books. */
    public BooksDesk(List<ProviderBook> books, Fees fees, ProviderClock clock) {
        this.books = books;
        this.clock = clock;
        this.statements = new Statements(clock);
        this.settlements = new Settlements(fees, clock);
        this.statementDesk = new StatementDesk(statements, fees, clock);
        this.settlementDesk = new SettlementDesk(settlements);
        this.deals = new DealBook(statements::seed);
        this.control = new ControlPages(clock, statements, this::planted);
    }

    /**
     * Answers a request that was signed; empty if the path is not one of these.
     *
     * @param spMchid who signed
     * @param target path and query
     */
    public Optional<Page> signed(String spMchid, String path, String target) {
        Optional<ProviderBook> book = books.stream()
                .filter(b -> b.institution().spMchid().equals(spMchid))
                .findFirst();
        return switch (path) {
            case STATEMENTS -> book.map(b -> statementDesk.statement(b, Query.of(target)));
            case SETTLEMENTS -> book.map(b -> settlementDesk.settlements(b, Query.of(target)));
            default -> Optional.empty();
        };
    }

    /** Answers what a test says; empty if the path is not one of these. */
    public Optional<Page> control(String method, String path, String body) {
        return control.answer(method, path, body);
    }

    /** What the providers pay out on a day. */
    public List<Payout> payouts(LocalDate day) {
        return books.stream().flatMap(book -> payouts(book, day)).toList();
    }

    /** Deals agreed with our bank. */
    public DealBook deals() {
        return deals;
    }

    /** Whether the day has begun by the providers' clock, so that all trade days before it are over. */
    public boolean hasReached(LocalDate day) {
        return !Days.of(clock.instant()).isBefore(day);
    }

    /** All errors planted into days that are over. */
    public List<PlantedError> planted() {
        List<LocalDate> days = statements.plantedDays();
        Stream<PlantedError> ofProviders = books.stream()
                .flatMap(book -> Stream.concat(
                        statements.planted(book).stream(),
                        days.stream().flatMap(day -> shortPayout(book, day).stream())));
        return Stream.concat(ofProviders, deals.planted(days).stream()).toList();
    }

    private Stream<Payout> payouts(ProviderBook book, LocalDate day) {
        List<Settlement> due = settlements.of(book).stream()
                .filter(batch -> batch.settlementDate().equals(day) && batch.net() != 0)
                .toList();
        return due.stream().map(batch -> {
            long minor = shortPayout(book, batch.tradeDay())
                    .filter(error -> error.reference().equals(batch.batchId()))
                    .map(PlantedError::toldMinor)
                    .orElse(batch.net());
            return new Payout(book.institution().name(), batch.batchId(), batch.currency(), minor);
        });
    }

    private Optional<PlantedError> shortPayout(ProviderBook book, LocalDate day) {
        return statements.shortPayout(book.institution(), day, settlements.of(book));
    }
}
