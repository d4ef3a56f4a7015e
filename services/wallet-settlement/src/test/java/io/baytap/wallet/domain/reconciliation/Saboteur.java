package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Plants errors into agreeing books: each into a debit, a batch or a day of its own, so that each has its own name. */
final class Saboteur {

    private final PaperBooks books;
    private final Set<String> touched = new HashSet<>();

    Saboteur(PaperBooks books) {
        this.books = books;
    }

    void plant(int errors) {
        List<BreakReason> names = new ArrayList<>(List.of(
                BreakReason.MISSING_AT_PROVIDER,
                BreakReason.MISSING_IN_LEDGER,
                BreakReason.DOUBLED,
                BreakReason.REFUNDED_TWICE,
                BreakReason.AMOUNT,
                BreakReason.RATE,
                BreakReason.LATE,
                BreakReason.SHORT_PAYOUT,
                BreakReason.OVERPAID,
                BreakReason.MISSING_AT_BANK,
                BreakReason.UNPAID,
                BreakReason.PAID_OTHERWISE,
                BreakReason.DEAL_UNSETTLED,
                BreakReason.DEAL_AMOUNT,
                BreakReason.UNKNOWN_ENTRY));
        Collections.shuffle(names, new Random(books.random.nextLong()));
        names.stream().limit(errors).forEach(this::plant);
    }

    private void plant(BreakReason name) {
        switch (name) {
            case MISSING_AT_PROVIDER, MISSING_IN_LEDGER, DOUBLED, REFUNDED_TWICE, AMOUNT, RATE, LATE -> line(name);
            case SHORT_PAYOUT,
                    OVERPAID,
                    MISSING_AT_BANK,
                    UNPAID,
                    PAID_OTHERWISE,
                    DEAL_UNSETTLED,
                    DEAL_AMOUNT,
                    UNKNOWN_ENTRY -> bank(name);
            case BATCH_AMOUNT, NOTIFIED_NOT_BOOKED, NOTIFIED_OTHERWISE, STATEMENT_MISSING, REISSUED ->
                throw new IllegalArgumentException(name.name());
        }
    }

    private void line(BreakReason name) {
        TradeKind kind = name == BreakReason.REFUNDED_TWICE ? TradeKind.REFUND : TradeKind.DEBIT;
        var free = books.lines.stream()
                .filter(line -> line.kind() == kind && !touched.contains(line.tradeNumber()))
                .toList();
        if (free.isEmpty()) {
            return;
        }
        ProviderLine line = free.get(books.random.nextInt(free.size()));
        touched.add(line.tradeNumber());
        switch (name) {
            case MISSING_AT_PROVIDER -> books.lines.remove(line);
            case MISSING_IN_LEDGER ->
                books.entries.removeIf(entry -> entry.number().equals(line.number()));
            case DOUBLED -> books.lines.add(Lines.again(line, line.number(), line.providerNumber()));
            case REFUNDED_TWICE ->
                books.lines.add(Lines.again(
                        line, books.random.nextBoolean() ? line.number() : line.number() + "-b", "another"));
            case AMOUNT ->
                Collections.replaceAll(
                        books.lines, line, Lines.amount(line, line.amount().plus(Money.of(7, currency(line)))));
            case RATE -> Collections.replaceAll(books.lines, line, Lines.wrongRate(line));
            default -> Collections.replaceAll(books.lines, line, Lines.late(line));
        }
        books.planted.put(
                switch (name) {
                    case MISSING_AT_PROVIDER, AMOUNT, RATE, LATE -> "journal:" + line.number();
                    case MISSING_IN_LEDGER -> line.reference();
                    default -> line.reference() + "-again";
                },
                name);
    }

    private void bank(BreakReason name) {
        if (name == BreakReason.UNKNOWN_ENTRY) {
            books.bank.add(new BankEntry("bank:gift", Money.of(4_200, "HKD"), PaperBooks.LAST, Set.of("who knows")));
            books.planted.put("bank:gift", name);
            return;
        }
        Class<? extends Expected> kind = switch (name) {
            case UNPAID, PAID_OTHERWISE -> Expected.OperatorPayment.class;
            case DEAL_UNSETTLED, DEAL_AMOUNT -> Expected.DealLeg.class;
            default -> Expected.Payout.class;
        };
        var free = Knot.of(books.expected, books.bank).stream()
                .filter(knot -> !knot.entries().isEmpty() && !knot.expected().isEmpty())
                .filter(knot -> kind.isInstance(knot.expected().getFirst()))
                .filter(knot ->
                        touched.stream().noneMatch(knot.expected().getFirst().reference()::equals))
                .filter(knot -> name != BreakReason.MISSING_AT_BANK
                        || (knot.expected().size() == 1
                                && !knot.expected().getFirst().amount().isZero()))
                .toList();
        if (free.isEmpty()) {
            return;
        }
        Knot knot = free.get(books.random.nextInt(free.size()));
        String reference = knot.expected().getFirst().reference();
        touched.add(reference);
        BankEntry entry = knot.entries().getFirst();
        if (name == BreakReason.MISSING_AT_BANK || name == BreakReason.UNPAID || name == BreakReason.DEAL_UNSETTLED) {
            books.bank.removeAll(knot.entries());
        } else {
            long by = name == BreakReason.OVERPAID ? 3 : -3;
            Money told = entry.amount().plus(Money.of(by, entry.currency()));
            Collections.replaceAll(
                    books.bank, entry, new BankEntry(entry.reference(), told, entry.bookedOn(), entry.names()));
        }
        books.planted.put(reference, name);
    }

    private static String currency(ProviderLine line) {
        return line.amount().currency().getCurrencyCode();
    }

    /** By cause. */
    static Map<String, BreakReason> found(Findings findings) {
        Map<String, BreakReason> found = new java.util.HashMap<>();
        findings.breaks().forEach(one -> found.put(one.cause(), one.reason()));
        return found;
    }
}
