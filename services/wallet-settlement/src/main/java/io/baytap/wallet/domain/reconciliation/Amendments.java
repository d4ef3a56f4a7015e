package io.baytap.wallet.domain.reconciliation;

import static java.util.stream.Collectors.toSet;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was booked as the bank notified it and stands otherwise on its statement, or not at all: the difference is booked,
 * once per statement that tells it, against whatever the entry was booked against.
 */
public final class Amendments {

    private Amendments() {}

    /** The entries that a journal's id may name: {@code payout:<entry>}, {@code release:<entry>=…}, {@code adjustment:<entry>@…}. */
    private static Stream<String> named(String journalId) {
        String rest = journalId.substring(journalId.indexOf(':') + 1);
        int cause = rest.indexOf('=');
        int day = rest.lastIndexOf('@');
        return Stream.of(rest, cause < 0 ? rest : rest.substring(0, cause), day < 0 ? rest : rest.substring(0, day))
                .distinct();
    }

    /** Ids of the journals that were booked about notified entries. */
    public static List<String> about(List<BankEntry> notices, Collection<String> booked) {
        Set<String> references = notices.stream().map(BankEntry::reference).collect(toSet());
        return booked.stream()
                .filter(id -> named(id).anyMatch(references::contains))
                .toList();
    }

    /** The journals that are missing. {@code booked}: those about the notified entries, by id. */
    public static List<Journal> of(
            List<BankEntry> notices, List<BankEntry> entries, Held held, Map<String, Journal> booked, Instant at) {
        Map<String, BankEntry> listed = NoticeMatching.byReference(entries);
        Map<String, List<Journal>> journalsOf = new HashMap<>();
        booked.values()
                .forEach(journal -> named(journal.id())
                        .forEach(entry -> journalsOf
                                .computeIfAbsent(entry, _ -> new ArrayList<>())
                                .add(journal)));
        List<Journal> journals = new ArrayList<>();
        for (BankEntry notice : notices) {
            BankEntry entry = listed.get(notice.reference());
            List<Journal> about = journalsOf.getOrDefault(notice.reference(), List.of());
            if (about.isEmpty() || (entry == null && !held.bank(notice.currency(), notice.bookedOn()))) {
                continue;
            }
            Money shown = entry == null ? Money.zero(notice.amount().currency()) : entry.amount();
            LocalDate told = entry == null ? notice.bookedOn() : entry.bookedOn();
            amended(notice, shown, told, about, at).ifPresent(journals::add);
        }
        return journals;
    }

    @SuppressWarnings("TooManyParameters") // what was told, what was booked, and when
    private static Optional<Journal> amended(
            BankEntry notice, Money shown, LocalDate told, List<Journal> about, Instant at) {
        Account bank = Account.bank(notice.amount().currency());
        Money booked = about.stream()
                .flatMap(journal -> journal.postings().stream())
                .filter(posting -> posting.account().equals(bank))
                .map(Posting::amount)
                .reduce(Money.zero(notice.amount().currency()), Money::plus);
        Money difference = shown.minus(booked);
        if (difference.isZero()) {
            return Optional.empty();
        }
        return Optional.of(new Journal(
                "adjustment:" + notice.reference() + "@" + told,
                Journal.Kind.ADJUSTMENT,
                at,
                List.of(new Posting(bank, difference), new Posting(against(about), difference.negated()))));
    }

    /** Where the entry's money stands: what it was released to, or else what it was booked against. */
    private static Account against(List<Journal> about) {
        Journal last = about.stream()
                .filter(journal -> journal.kind() == Journal.Kind.RELEASE)
                .findFirst()
                .or(() -> about.stream()
                        .filter(journal -> journal.kind() != Journal.Kind.ADJUSTMENT)
                        .findFirst())
                .orElseThrow();
        return last.postings().getLast().account();
    }
}
