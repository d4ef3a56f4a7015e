package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What bank entries mean in double entry. Each entry is booked once, for what the bank shows: a payout that is short
 * leaves the rest with the provider. An entry that nobody can explain goes to suspense, and leaves it when it can be.
 */
public final class BankJournals {

    /** Entries whose cause is known. */
    private static final Set<Journal.Kind> EXPLAINING =
            EnumSet.of(Journal.Kind.PAYOUT, Journal.Kind.PAYMENT, Journal.Kind.EXCHANGE);

    private BankJournals() {}

    /**
     * The journals that are missing.
     *
     * @param provisional entries that are notified and on no statement yet: booked once their cause is known, and under the
     *     ids that the statement would give them
     * @param booked ids of journals that exist
     */
    @SuppressWarnings("TooManyParameters") // both sides, and what is there
    public static List<Journal> of(
            List<Expected> expected,
            List<BankEntry> entries,
            List<BankEntry> provisional,
            Set<String> booked,
            Instant at) {
        List<Journal> journals = new ArrayList<>();
        for (Knot knot : Knot.of(
                expected, Stream.concat(entries.stream(), provisional.stream()).toList())) {
            Optional<Expected> cause = knot.expected().stream().findFirst();
            if (knot.entries().isEmpty() || (cause.isEmpty() && provisional.containsAll(knot.entries()))) {
                continue;
            }
            for (BankEntry entry : knot.entries()) {
                journals.add(
                        cause.map(known -> explained(known, entry, booked, at)).orElseGet(() -> suspended(entry, at)));
            }
            knot.expected().forEach(known -> fee(known, at).ifPresent(journals::add));
        }
        return journals.stream()
                .filter(journal -> !booked.contains(journal.id()) && !isKnown(journal, booked))
                .filter(journal -> !journal.postings().isEmpty())
                .toList();
    }

    /** An entry that was explained once stays explained; what is in suspense is not put there again. */
    private static boolean isKnown(Journal journal, Set<String> booked) {
        String entry = journal.id().substring(journal.id().indexOf(':') + 1);
        return switch (journal.kind()) {
            case PAYOUT, PAYMENT, EXCHANGE -> isReleased(entry, booked);
            case SUSPENSE -> EXPLAINING.stream().anyMatch(kind -> booked.contains(prefix(kind) + entry));
            case RELEASE -> isReleased(entry.substring(0, entry.indexOf('=')), booked);
            case FEE -> false;
            case FARE, CHARGE, REFUND, WRITE_OFF, RECOVERY, BATCH, DEAL, ADJUSTMENT ->
                throw new IllegalArgumentException(journal.id());
        };
    }

    private static boolean isReleased(String entry, Set<String> booked) {
        return booked.stream().anyMatch(id -> id.startsWith("release:" + entry + "="));
    }

    private static Journal explained(Expected cause, BankEntry entry, Set<String> booked, Instant at) {
        Account other = other(cause);
        if (booked.contains("suspense:" + entry.reference())) {
            // The id names the cause: nothing leaves suspense without one.
            String id = "release:" + entry.reference() + "=" + cause.reference();
            return journal(
                    id,
                    Journal.Kind.RELEASE,
                    entry,
                    Account.suspense(entry.amount().currency()),
                    other,
                    at);
        }
        Journal.Kind kind = switch (cause) {
            case Expected.Payout _ -> Journal.Kind.PAYOUT;
            case Expected.OperatorPayment _ -> Journal.Kind.PAYMENT;
            case Expected.DealLeg _ -> Journal.Kind.EXCHANGE;
        };
        return journal(
                idOf(kind, entry), kind, entry, Account.bank(entry.amount().currency()), other, at);
    }

    private static Account other(Expected cause) {
        return switch (cause) {
            case Expected.Payout payout -> Account.providerClearing(payout.scheme());
            case Expected.OperatorPayment payment -> Account.operatorSettlement(payment.operatorId());
            case Expected.DealLeg _ -> Account.FX_SETTLEMENT;
        };
    }

    private static Journal suspended(BankEntry entry, Instant at) {
        var currency = entry.amount().currency();
        Journal.Kind kind = Journal.Kind.SUSPENSE;
        return journal(idOf(kind, entry), kind, entry, Account.bank(currency), Account.suspense(currency), at);
    }

    private static String idOf(Journal.Kind kind, BankEntry entry) {
        return prefix(kind) + entry.reference();
    }

    private static String prefix(Journal.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ":";
    }

    @SuppressWarnings("TooManyParameters") // what a journal is made of
    private static Journal journal(
            String id, Journal.Kind kind, BankEntry entry, Account debited, Account credited, Instant at) {
        return new Journal(
                id,
                kind,
                at,
                List.of(
                        new Posting(debited, entry.amount()),
                        new Posting(credited, entry.amount().negated())));
    }

    /** The provider took its fee off what it paid out: what was not booked with the debits. */
    private static Optional<Journal> fee(Expected cause, Instant at) {
        if (!(cause instanceof Expected.Payout payout)) {
            return Optional.empty();
        }
        Money fee = payout.unexpectedFee();
        return Optional.of(new Journal(
                "fee:" + payout.reference(),
                Journal.Kind.FEE,
                at,
                List.of(
                        new Posting(Account.providerFees(payout.scheme()), fee),
                        new Posting(Account.providerClearing(payout.scheme()), fee.negated()))));
    }
}
