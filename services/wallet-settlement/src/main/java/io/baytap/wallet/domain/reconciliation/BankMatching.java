package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.LineState.Broken;
import io.baytap.wallet.domain.reconciliation.LineState.Explained;
import io.baytap.wallet.domain.reconciliation.LineState.Matched;
import io.baytap.wallet.domain.reconciliation.LineState.Pending;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the bank should show against what it shows, by the names in its entries: one to one, one to many, many to one. */
final class BankMatching {

    private final Held held;
    private final Findings findings;

    BankMatching(Held held, Findings findings) {
        this.held = held;
        this.findings = findings;
    }

    void run(List<Expected> expected, List<BankEntry> entries) {
        Knot.of(expected, entries).forEach(knot -> {
            if (knot.expected().isEmpty()) {
                knot.entries().forEach(this::unknown);
            } else if (knot.entries().isEmpty()) {
                knot.expected().forEach(this::unpaid);
            } else {
                compare(knot);
            }
        });
    }

    private void unknown(BankEntry entry) {
        findings.broken(new Break(
                entry.reference(),
                BreakReason.UNKNOWN_ENTRY,
                entry.amount(),
                entry.bookedOn(),
                new Break.Sides(null, null, entry.reference(), null),
                null));
    }

    private void unpaid(Expected wanted) {
        String currency = wanted.amount().currency().getCurrencyCode();
        if (wanted.amount().isZero()) {
            findings.state(wanted.reference(), new Matched("nothing to pay"));
        } else if (!held.bank(currency, wanted.due())) {
            findings.state(wanted.reference(), new Pending(wanted.due()));
        } else {
            findings.broken(new Break(
                    wanted.reference(),
                    missing(wanted),
                    wanted.amount().negated(),
                    wanted.due(),
                    new Break.Sides(scheme(wanted), wanted.reference(), null, wanted.name()),
                    null));
        }
    }

    private void compare(Knot knot) {
        Expected first = knot.expected().getFirst();
        BankEntry last = knot.entries().stream()
                .max(Comparator.comparing(BankEntry::bookedOn).thenComparing(BankEntry::reference))
                .orElseThrow();
        Money wanted = knot.expected().stream()
                .map(Expected::amount)
                .reduce(Money::plus)
                .orElseThrow();
        Money got = knot.entries().stream()
                .map(BankEntry::amount)
                .reduce(Money::plus)
                .orElseThrow();
        Money difference = got.minus(wanted);
        if (difference.isZero()) {
            knot.expected().forEach(one -> findings.state(one.reference(), new Matched(last.reference())));
            knot.entries().forEach(one -> findings.state(one.reference(), new Matched(first.reference())));
            return;
        }
        BreakReason reason = other(first, difference);
        var found = new Break(
                first.reference(),
                reason,
                difference,
                first.due(),
                new Break.Sides(scheme(first), first.reference(), last.reference(), first.name()),
                null);
        findings.found(found);
        knot.expected().forEach(one -> findings.state(one.reference(), new Broken(found.id(), reason)));
        // What the bank shows is what it has: the break is about what was expected.
        knot.entries().forEach(one -> findings.state(one.reference(), new Explained(reason, first.reference())));
    }

    private static BreakReason missing(Expected wanted) {
        return switch (wanted) {
            case Expected.Payout _ -> BreakReason.MISSING_AT_BANK;
            case Expected.OperatorPayment _ -> BreakReason.UNPAID;
            case Expected.DealLeg _ -> BreakReason.DEAL_UNSETTLED;
        };
    }

    private static BreakReason other(Expected wanted, Money difference) {
        return switch (wanted) {
            case Expected.Payout _ -> difference.isNegative() ? BreakReason.SHORT_PAYOUT : BreakReason.OVERPAID;
            case Expected.OperatorPayment _ -> BreakReason.PAID_OTHERWISE;
            case Expected.DealLeg _ -> BreakReason.DEAL_AMOUNT;
        };
    }

    private static @Nullable WalletScheme scheme(Expected expected) {
        return expected instanceof Expected.Payout payout ? Objects.requireNonNull(payout.scheme()) : null;
    }
}
