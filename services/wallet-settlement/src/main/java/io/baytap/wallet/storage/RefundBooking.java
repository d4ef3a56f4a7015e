package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Charges.Answered;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import io.baytap.wallet.domain.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Books what providers answered to refunds, in a transaction under way. */
record RefundBooking(Transaction transaction, OutboxTable outbox, Waits backOff, Waits refusal) {

    void book(List<Answered> answers, Optional<Instant> now) {
        Map<Refund, String> givenBack = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        List<Refund> undecided = new ArrayList<>();
        for (Answered answered : answers) {
            if (answered.task() instanceof ProviderTask.GiveBack task) {
                switch (answered.answer()) {
                    case ProviderAnswer.GivenBack given -> givenBack.put(task.refund(), given.refundId());
                    case ProviderAnswer.Declined declined -> refused.put(task.id(), declined.reason());
                    case ProviderAnswer.Debited _, ProviderAnswer.NotFound _, ProviderAnswer.Undecided _ ->
                        undecided.add(task.refund());
                }
            }
        }
        RefundTable.refused(transaction, refused, refusal);
        RefundTable.touch(transaction, undecided, backOff);
        if (!givenBack.isEmpty()) {
            settle(givenBack, now);
        }
    }

    private void settle(Map<Refund, String> givenBack, Optional<Instant> now) {
        Map<String, String> numbers = new LinkedHashMap<>();
        givenBack.forEach((refund, number) -> numbers.put(refund.id(), number));
        Set<Object> fresh = RefundTable.givenBack(transaction, numbers);
        List<Refund> refunds = givenBack.keySet().stream()
                .filter(refund -> fresh.contains(refund.id()))
                .toList();
        JournalTable.add(
                transaction,
                refunds.stream()
                        .map(refund -> LedgerRules.refunded(refund, at(refund, now)))
                        .toList());
        outbox.add(
                transaction,
                refunds.stream()
                        .<Outcome>map(refund -> new Outcome.Refunded(
                                at(refund, now),
                                refund.charge(),
                                refund.amount().minor(),
                                refund.outRefundNo(),
                                String.valueOf(givenBack.get(refund))))
                        .toList());
    }

    private static Instant at(Refund refund, Optional<Instant> now) {
        return now.orElse(refund.charge().fareAt());
    }
}
