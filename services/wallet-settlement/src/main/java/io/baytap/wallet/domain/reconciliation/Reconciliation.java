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
     * @param notices entries that the bank notified, on statements or not
     * @param sums what statements list in all, by merchant and day
     */
    public record Books(
            List<LedgerEntry> entries,
            List<ProviderLine> lines,
            List<DaySum> sums,
            List<Settlement> settlements,
            List<Expected> expected,
            List<BankEntry> bank,
            List<BankEntry> notices) {

        /** Notified, and the statement that has to list them is not here. */
        public List<BankEntry> provisional(Held held) {
            return NoticeMatching.provisional(notices, bank, held);
        }
    }

    private Reconciliation() {}

    /** A state for every line, and the breaks. */
    public static Findings of(Books books, Held held) {
        var findings = new Findings();
        new TradeMatching(held, findings).run(books.entries(), books.lines());
        List<Effect> effects = Effect.of(findings.breaks(), books.entries(), books.lines());
        new BatchMatching(held, findings).run(books.settlements(), books.sums(), effects);
        new BankMatching(held, findings).run(books.expected(), books.bank());
        new NoticeMatching(held, findings).run(books.notices(), books.bank());
        return findings;
    }
}
