package io.baytap.wallet.leader;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import io.baytap.wallet.domain.reconciliation.NoticeSource;
import io.baytap.wallet.domain.reconciliation.Notices;
import io.baytap.wallet.domain.reconciliation.Notified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A bank that notifies what a test says, and what of it is kept. */
final class PaperNotices implements NoticeSource, Notices {

    final List<LocalDate> asked = new ArrayList<>();
    final List<BankEntry> told = new ArrayList<>();
    final Set<String> kept = new HashSet<>();

    void tell(String reference, LocalDate day) {
        told.add(new BankEntry(reference, Money.of(100, "HKD"), day, Set.of()));
    }

    @Override
    public String name() {
        return "bank:HKD:808-1";
    }

    @Override
    public Notified fetch(LocalDate day) {
        asked.add(day);
        return new Notified.Entries(
                told.stream().filter(entry -> entry.bookedOn().equals(day)).toList());
    }

    @Override
    public Taken take(String source, List<BankEntry> entries) {
        int before = kept.size();
        entries.forEach(entry -> kept.add(entry.reference()));
        return new Taken(kept.size() - before, List.of());
    }
}
