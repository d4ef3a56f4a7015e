package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.LineState.Broken;
import io.baytap.wallet.domain.reconciliation.LineState.Explained;
import io.baytap.wallet.domain.reconciliation.LineState.Matched;
import io.baytap.wallet.domain.reconciliation.LineState.Pending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Our debits and refunds against the lines of providers' statements, by number: one to one. What is wrong with a number
 * depends on nothing but the lines of its debit, in whatever order they came.
 */
final class TradeMatching {

    private final Held held;
    private final Findings findings;

    TradeMatching(Held held, Findings findings) {
        this.held = held;
        this.findings = findings;
    }

    /** A debit or a refund by its number, as both sides tell it. */
    private record Numbered(WalletScheme scheme, TradeKind kind, String number) implements Comparable<Numbered> {

        private static final Comparator<Numbered> ORDER = Comparator.comparing(Numbered::scheme)
                .thenComparing(Numbered::kind)
                .thenComparing(Numbered::number);

        @Override
        public int compareTo(Numbered other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Told {
        private @Nullable LedgerEntry ours;
        private final List<ProviderLine> theirs = new ArrayList<>();
    }

    void run(List<LedgerEntry> entries, List<ProviderLine> lines) {
        Map<Numbered, Told> numbers = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            numbers.computeIfAbsent(new Numbered(entry.scheme(), entry.kind(), entry.number()), _ -> new Told()).ours =
                    entry;
        }
        for (ProviderLine line : lines) {
            numbers.computeIfAbsent(new Numbered(line.scheme(), line.kind(), line.number()), _ -> new Told())
                    .theirs
                    .add(line);
        }
        var refunds = new KnownRefunds(entries);
        numbers.values().forEach(told -> {
            LedgerEntry ours = told.ours;
            if (ours == null) {
                unknown(told.theirs, refunds);
            } else if (told.theirs.isEmpty()) {
                unlisted(ours);
            } else {
                compare(ours, told.theirs);
            }
        });
    }

    private void unlisted(LedgerEntry ours) {
        if (!held.provider(ours.scheme(), ours.dueDay())) {
            findings.state(ours.journalId(), new Pending(ours.dueDay()));
            return;
        }
        Money missing = Findings.less(Money.zero(ours.amount().currency()), ours.amount(), ours.kind());
        findings.broken(new Break(
                ours.journalId(),
                BreakReason.MISSING_AT_PROVIDER,
                missing,
                ours.day(),
                new Break.Sides(ours.scheme(), ours.journalId(), null, ours.number()),
                null));
    }

    private void unknown(List<ProviderLine> theirs, KnownRefunds refunds) {
        ProviderLine first = theirs.stream().min(ORDER).orElseThrow();
        for (ProviderLine line : theirs) {
            BreakReason reason = line.equals(first)
                    ? refunds.isAnother(line) ? BreakReason.REFUNDED_TWICE : BreakReason.MISSING_IN_LEDGER
                    : again(line, first);
            surplus(line, reason, null);
        }
    }

    private void compare(LedgerEntry ours, List<ProviderLine> theirs) {
        ProviderLine best = theirs.stream()
                .min(Comparator.comparing((ProviderLine line) -> !agrees(ours, line))
                        .thenComparing(line -> !line.rateHolds())
                        .thenComparing(ORDER))
                .orElseThrow();
        pair(ours, best);
        theirs.stream()
                .filter(line -> !line.equals(best))
                .forEach(line -> surplus(line, again(line, best), ours.journalId()));
    }

    private void pair(LedgerEntry ours, ProviderLine theirs) {
        BreakReason reason = !agrees(ours, theirs)
                ? BreakReason.AMOUNT
                : !theirs.rateHolds() || isOutside(ours, theirs)
                        ? BreakReason.RATE
                        : theirs.isLate() ? BreakReason.LATE : null;
        if (reason == null) {
            findings.state(ours.journalId(), new Matched(theirs.reference()));
            findings.state(theirs.reference(), new Matched(ours.journalId()));
            return;
        }
        var found = new Break(
                ours.journalId(),
                reason,
                // Another currency is not another amount of ours.
                sameCurrency(ours, theirs)
                        ? Findings.less(theirs.amount(), ours.amount(), ours.kind())
                        : Findings.less(Money.zero(ours.amount().currency()), ours.amount(), ours.kind()),
                ours.day(),
                new Break.Sides(ours.scheme(), ours.journalId(), theirs.reference(), ours.number()),
                reason == BreakReason.LATE ? theirs.reference() : null);
        findings.found(found);
        LineState state = found.isOpen() ? new Broken(found.id(), reason) : new Explained(reason, theirs.reference());
        findings.state(ours.journalId(), state);
        findings.state(theirs.reference(), state);
    }

    /** A line that nothing of ours stands behind. */
    private void surplus(ProviderLine line, BreakReason reason, @Nullable String ours) {
        findings.broken(new Break(
                line.reference(),
                reason,
                Findings.less(line.amount(), Money.zero(line.amount().currency()), line.kind()),
                line.tradeDay(),
                new Break.Sides(line.scheme(), ours, line.reference(), line.number()),
                null));
    }

    private static BreakReason again(ProviderLine line, ProviderLine first) {
        return line.kind() == TradeKind.REFUND && !line.providerNumber().equals(first.providerNumber())
                ? BreakReason.REFUNDED_TWICE
                : BreakReason.DOUBLED;
    }

    private static boolean agrees(LedgerEntry ours, ProviderLine theirs) {
        return theirs.amount().equals(ours.amount());
    }

    /** Whether a provider that converts is further off our estimate than was agreed. */
    private static boolean isOutside(LedgerEntry ours, ProviderLine theirs) {
        Money paid = theirs.paid();
        return ours.estimated() != null && paid != null && ours.estimated().isExceededBy(paid, ours.amount());
    }

    private static boolean sameCurrency(LedgerEntry ours, ProviderLine theirs) {
        return theirs.amount().currency().equals(ours.amount().currency());
    }

    private static final Comparator<ProviderLine> ORDER =
            Comparator.comparing(ProviderLine::statementDay).thenComparing(ProviderLine::reference);
}
