package io.baytap.finance.contract;

import io.baytap.finance.contract.Broken.Kind;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every posting is in one batch: that of its business day, or, if that had closed, a later one. So up to any closed day
 * batches hold no more postings than were told of, and where they hold as many, their amounts are the same.
 */
final class SumPromise implements Promise {

    private record Account(String operatorId, String currency) {}

    /** Postings of a day, or those in its batch. */
    private record Sum(long count, long amountMinor) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(Math.addExact(count, other.count), Math.addExact(amountMinor, other.amountMinor));
        }
    }

    private final Set<String> known = new HashSet<>();
    private final Map<Account, NavigableMap<LocalDate, Sum>> posted = new HashMap<>();
    private final Map<Account, NavigableMap<LocalDate, Sum>> batched = new HashMap<>();

    @Override
    public void see(Seen seen, Consumer<Broken> broken) {
        if (!known.add(seen.text("eventId"))) {
            return;
        }
        switch (seen.event()) {
            case SettlementPosted posting ->
                add(
                        posted,
                        new Account(posting.getOperatorId(), posting.getFareCurrency()),
                        posting.getBusinessDay(),
                        new Sum(1, posting.getFareMinor()));
            case SettlementBatchClosed batch ->
                add(
                        batched,
                        new Account(batch.getOperatorId(), batch.getCurrency()),
                        batch.getBusinessDay(),
                        new Sum(batch.getFareCount(), batch.getAmountMinor()));
            default -> {}
        }
    }

    private static void add(Map<Account, NavigableMap<LocalDate, Sum>> sums, Account account, LocalDate day, Sum sum) {
        sums.computeIfAbsent(account, _ -> new TreeMap<>()).merge(day, sum, Sum::plus);
    }

    @Override
    public void end(Consumer<Broken> broken) {
        batched.forEach((account, batches) -> {
            NavigableMap<LocalDate, Sum> postings = posted.getOrDefault(account, new TreeMap<>());
            Set<LocalDate> days = new TreeSet<>(batches.keySet());
            days.addAll(postings.headMap(batches.lastKey(), true).keySet());
            Sum told = Sum.NONE;
            Sum paid = Sum.NONE;
            for (LocalDate day : days) {
                told = told.plus(postings.getOrDefault(day, Sum.NONE));
                paid = paid.plus(batches.getOrDefault(day, Sum.NONE));
                if (paid.count() > told.count() || (paid.count() == told.count() && !paid.equals(told))) {
                    broken.accept(new Broken(
                            Kind.SUMS,
                            account.operatorId() + " " + account.currency() + " up to " + day,
                            "batches hold " + paid.count() + " postings of " + paid.amountMinor() + ", told were "
                                    + told.count() + " of " + told.amountMinor()));
                    return;
                }
            }
        });
    }
}
