package io.baytap.wallet.domain.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where statements, matches and breaks are kept. An outage is a {@code StorageOutage}. */
public interface Reconciliations {

    /** What became of a statement. */
    enum Taken {
        NEW,
        /** The same is here already. */
        KNOWN,
        /** Another one is here under this source and day: this one was refused, and a break opened. */
        REISSUED
    }

    /** A statement that is here. */
    record HeldStatement(String source, LocalDate day, int lines, Instant receivedAt) {}

    /** What a run found. Counts are of lines that it looked at. */
    record Run(
            LocalDate day,
            int run,
            Instant at,
            long pending,
            long matched,
            long explained,
            long broken,
            List<String> problems) {}

    /** A break and how often it changed. */
    record BreakView(Break found, int revision) {}

    /** Keeps a statement with all of its lines, or refuses it whole. */
    Taken take(Statement statement, LocalDate asOf, Instant at);

    /** Whether a source's statement of a day is here. */
    boolean holds(String source, LocalDate day);

    /** Whether the ledger has debits or refunds of that scheme and day. */
    boolean traded(String scheme, LocalDate day);

    /**
     * Matches what is open, books what the bank shows, tells breaks that changed; one transaction.
     *
     * @param missing statements that are due and not here
     */
    Run run(LocalDate day, LocalDate asOf, Instant at, List<String> problems, List<MissingStatement> missing);

    /** The latest run of each day, latest day first. */
    Optional<Run> latest(LocalDate day);

    /** The latest day that was reconciled. */
    Optional<LocalDate> lastDay();

    /** The first day with debits. */
    Optional<LocalDate> firstDay();

    /** Statements about a day. */
    List<HeldStatement> statements(LocalDate day);

    /** Breaks of a business day, open and resolved. */
    List<BreakView> breaksSince(LocalDate day);

    /** Open breaks, by reason, oldest first. */
    List<BreakView> open();

    /** Open breaks by reason. */
    Map<BreakReason, Long> openByReason();

    /** What open breaks leave unexplained, by currency: the sum of amounts without their signs, whole minor units. */
    Map<String, Long> unreconciledMinor();
}
