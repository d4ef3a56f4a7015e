package io.baytap.wallet.clearing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.ValueDates;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the bank is to pay for a business day: a part per currency and value date, a transfer per batch. */
final class PaymentOrder {

    private PaymentOrder() {}

    /** Batches that are to be paid: a net position of nothing, or against the operator, is not. */
    static List<Batch> payable(List<Batch> batches) {
        return batches.stream().filter(batch -> batch.amount().minor() > 0).toList();
    }

    /** Names the accounts that are needed and not known, as settings name them; empty if none is. */
    static List<String> missing(List<Batch> batches, Accounts accounts) {
        var missing = new TreeSet<String>();
        for (Batch batch : payable(batches)) {
            String currency = batch.amount().currency().getCurrencyCode();
            if (!accounts.payers().containsKey(currency)) {
                missing.add("wallet.payers.\"" + currency + "\"");
            }
            if (!accounts.operators().containsKey(payeeKey(batch))) {
                missing.add("wallet.operators.\"" + batch.operatorId() + "\".payees.\"" + currency + "\"");
            }
        }
        return List.copyOf(missing);
    }

    /** Batches that leave one account on one date, by {@code HKD-2026-04-10}, in that order. */
    static SortedMap<String, List<Batch>> parts(List<Batch> batches, ValueDates valueDates) {
        return payable(batches).stream()
                .collect(groupingBy(
                        batch -> batch.amount().currency().getCurrencyCode() + "-" + valueDates.execution(batch),
                        TreeMap::new,
                        toList()));
    }

    static String payeeKey(Batch batch) {
        return batch.operatorId() + "/" + batch.amount().currency().getCurrencyCode();
    }
}
