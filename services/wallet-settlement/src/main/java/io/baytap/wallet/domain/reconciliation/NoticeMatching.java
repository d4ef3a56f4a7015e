package io.baytap.wallet.domain.reconciliation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.LineState.Matched;
import io.baytap.wallet.domain.reconciliation.LineState.Pending;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries that were notified against those of the statements, by the bank's reference: one to one. The statement is what
 * counts; a notification that it does not bear out is a break.
 */
final class NoticeMatching {

    private final Held held;
    private final Findings findings;

    NoticeMatching(Held held, Findings findings) {
        this.held = held;
        this.findings = findings;
    }

    /** A notification's own reference, beside that of the entry. */
    static String lineOf(BankEntry notice) {
        return "notice:" + notice.reference();
    }

    /** Notified, and the statement that has to list them is not here. */
    static List<BankEntry> provisional(List<BankEntry> notices, List<BankEntry> entries, Held held) {
        Map<String, BankEntry> listed = byReference(entries);
        return notices.stream()
                .filter(notice -> !listed.containsKey(notice.reference()))
                .filter(notice -> !held.bank(notice.currency(), notice.bookedOn()))
                .toList();
    }

    static Map<String, BankEntry> byReference(List<BankEntry> entries) {
        return entries.stream().collect(toMap(BankEntry::reference, identity()));
    }

    void run(List<BankEntry> notices, List<BankEntry> entries) {
        Map<String, BankEntry> listed = byReference(entries);
        for (BankEntry notice : notices) {
            BankEntry entry = listed.get(notice.reference());
            if (entry == null && !held.bank(notice.currency(), notice.bookedOn())) {
                findings.state(lineOf(notice), new Pending(notice.bookedOn()));
            } else if (entry == null) {
                differs(notice, BreakReason.NOTIFIED_NOT_BOOKED, null);
            } else if (entry.amount().equals(notice.amount())
                    && entry.bookedOn().equals(notice.bookedOn())) {
                findings.state(lineOf(notice), new Matched(entry.reference()));
            } else {
                differs(notice, BreakReason.NOTIFIED_OTHERWISE, entry);
            }
        }
    }

    private void differs(BankEntry notice, BreakReason reason, @Nullable BankEntry entry) {
        Money shown = entry == null ? Money.zero(notice.amount().currency()) : entry.amount();
        findings.broken(new Break(
                lineOf(notice),
                reason,
                shown.minus(notice.amount()),
                notice.bookedOn(),
                new Break.Sides(null, lineOf(notice), entry == null ? null : entry.reference(), null),
                null));
    }
}
