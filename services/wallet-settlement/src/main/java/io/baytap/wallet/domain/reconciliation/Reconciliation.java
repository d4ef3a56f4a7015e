package io.baytap.wallet.domain.reconciliation;

import java.util.List;

/**
 * Ledger against provider, provider's lines against its batches, batches and payments against the bank. A pure function
 * of what is known: the order in which it became known does not matter.
 */
public final class Reconciliation {

    /**
     * What is known. References are unique.
     *
     * @param entries our debits and refunds whose numbers have a line that is not settled between the sides
     * @param lines the statements' lines under those numbers, and all that have no number of ours
     * @param sums what statements list in all, by merchant and day
     */
    public record Books(
            List<LedgerEntry> entries,
            List<ProviderLine> lines,
            List<DaySum> sums,
            List<Settlement> settlements,
            List<Expected> expected,
            List<BankEntry> bank) {}

    private Reconciliation() {}

    /** A state for every line, and the breaks. */
    public static Findings of(Books books, Held held) {
        var findings = new Findings();
        new TradeMatching(held, findings).run(books.entries(), books.lines());
        List<Effect> effects = Effect.of(findings.breaks(), books.entries(), books.lines());
        new BatchMatching(held, findings).run(books.settlements(), books.sums(), effects);
        new BankMatching(held, findings).run(books.expected(), books.bank());
        return findings;
    }
}
