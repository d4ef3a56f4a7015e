package io.baytap.sandbox.bank;

import io.baytap.sandbox.statements.Deal;
import io.baytap.sandbox.statements.DealBook;
import io.baytap.sandbox.statements.Payout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The bank's books, in memory. Its clock moves when a day is closed. Safe for concurrent use. */
public final class Bank {

    /** What became of a message. */
    enum Taken {
        ACCEPTED,
        KNOWN,
        MESSAGE_ID_USED
    }

    /** What became of a request to close a day. */
    enum Closing {
        CLOSED,
        CLOSED_BEFORE,
        DAY_PASSED
    }

    private record Waiting(String messageId, Transfer transfer) {}

    private final Function<LocalDate, List<Payout>> payouts;
    private final DealBook deals;
    private final Map<String, String> messages = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final TreeMap<LocalDate, List<AccountDay>> days = new TreeMap<>();

    /** Entries of the day that is open, as far as they are booked. */
    private final List<Entry> today = new ArrayList<>();

    /**
     * Opens at zero.
     *
     * @param payouts what providers send on a day
     * @param deals what was agreed with us
     */
    public Bank(Function<LocalDate, List<Payout>> payouts, DealBook deals) {
        this.payouts = payouts;
        this.deals = deals;
    }

    /**
     * Takes a message once.
     *
     * @param text as it came: the same id with another text is another message
     */
    synchronized Taken take(PaymentMessage message, String text) {
        String before = messages.putIfAbsent(message.id(), text);
        if (before != null) {
            return before.equals(text) ? Taken.KNOWN : Taken.MESSAGE_ID_USED;
        }
        message.transfers().forEach(transfer -> waiting.add(new Waiting(message.id(), transfer)));
        return Taken.ACCEPTED;
    }

    /** Takes a deal once; empty if its value date is closed: nothing can be settled on it any more. */
    synchronized Optional<DealBook.Taken> agree(Deal deal) {
        boolean closed = !days.isEmpty() && !deal.valueDate().isAfter(days.lastKey());
        return closed
                        && deals.due(deal.valueDate()).stream()
                                .noneMatch(settled -> settled.id().equals(deal.id()))
                ? Optional.empty()
                : Optional.of(deals.take(deal));
    }

    /** Executes what is due, receives what is paid out, settles deals, and closes the day and all that were left open before. */
    synchronized Closing close(LocalDate day) {
        if (days.containsKey(day)) {
            return Closing.CLOSED_BEFORE;
        }
        if (!days.isEmpty() && day.isBefore(days.lastKey())) {
            return Closing.DAY_PASSED;
        }
        LocalDate first = days.isEmpty() ? day : days.lastKey().plusDays(1);
        first.datesUntil(day.plusDays(1)).forEach(this::closeOne);
        return Closing.CLOSED;
    }

    /**
     * Executes what is due and receives what is paid out on the day after the last closed one, and leaves it open: what is
     * booked is notified, and stands on the statement when the day closes.
     */
    synchronized Closing execute(LocalDate day) {
        if (!days.isEmpty() && !day.isAfter(days.lastKey())) {
            return days.containsKey(day) ? Closing.CLOSED_BEFORE : Closing.DAY_PASSED;
        }
        if (!days.isEmpty() && day.isAfter(days.lastKey().plusDays(1))) {
            close(day.minusDays(1));
        }
        book(day);
        return Closing.CLOSED;
    }

    /** What is booked on a day so far; empty if nothing is. */
    synchronized Optional<AccountDay> notified(BankAccount account, LocalDate day) {
        if (days.containsKey(day)) {
            return find(account, day);
        }
        List<Entry> entries = today.stream()
                .filter(entry -> entry.account().equals(account) && entry.day().equals(day))
                .toList();
        return Optional.of(new AccountDay(account, day, days.size() + 1, balance(account), entries));
    }

    /** Empty if the day is not closed. */
    synchronized Optional<AccountDay> find(BankAccount account, LocalDate day) {
        return days.getOrDefault(day, List.of()).stream()
                .filter(of -> of.account().equals(account))
                .findFirst();
    }

    /** Minor units, by the last closed day. */
    synchronized long balance(BankAccount account) {
        return days.isEmpty()
                ? 0
                : find(account, days.lastKey()).map(AccountDay::closing).orElse(0L);
    }

    private void book(LocalDate day) {
        for (Waiting payment : List.copyOf(waiting)) {
            if (!payment.transfer().executionDate().isAfter(day)) {
                waiting.remove(payment);
                BankAccount.find(payment.transfer().accountId())
                        .ifPresent(
                                account -> today.add(Entry.of(account, day, payment.messageId(), payment.transfer())));
            }
        }
        for (Payout payout : payouts.apply(day)) {
            BankAccount account = BankAccount.in(payout.currency())
                    .orElseThrow(() -> new IllegalStateException("no account in " + payout.currency()));
            bookOnce(Entry.of(account, day, payout));
        }
        for (Deal deal : deals.due(day)) {
            for (Deal.Leg leg : deal.legs()) {
                BankAccount.in(leg.currency())
                        .filter(_ -> leg.minor() != 0)
                        .ifPresent(account -> bookOnce(Entry.of(account, day, deal.id(), leg)));
            }
        }
    }

    /** Payouts and deals of a day are asked for again whenever it is looked at. */
    private void bookOnce(Entry entry) {
        if (today.stream()
                .noneMatch(booked -> booked.account().equals(entry.account())
                        && booked.reference().equals(entry.reference()))) {
            today.add(entry);
        }
    }

    private void closeOne(LocalDate day) {
        book(day);
        List<Entry> entries = List.copyOf(today);
        today.clear();
        int number = days.size() + 1;
        days.put(
                day,
                BankAccount.ALL.stream()
                        .map(account -> new AccountDay(
                                account,
                                day,
                                number,
                                balance(account),
                                entries.stream()
                                        .filter(entry -> entry.account().equals(account))
                                        .toList()))
                        .toList());
    }
}
