package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Charges.Answered;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Books what providers answered to refunds, in a transaction under way; says what to put into the ledger and to tell. */
final class RefundBooking {

    private final Transaction transaction;
    private final Optional<Instant> now;
    private final Map<Refund, ProviderAnswer.GivenBack> givenBack = new LinkedHashMap<>();
    private final Map<String, String> accepted = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final List<String> unheardOf = new ArrayList<>();
    private final List<Refund> undecided = new ArrayList<>();

    RefundBooking(Transaction transaction, Optional<Instant> now) {
        this.transaction = transaction;
        this.now = now;
    }

    void book(List<Answered> answers, Waits backOff, Waits refusal, List<Journal> journals, List<Outcome> outcomes) {
        answers.forEach(answered -> answered.task().aboutRefund().ifPresent(refund -> sort(refund, answered.answer())));
        RefundTable.refused(transaction, refused, refusal);
        RefundTable.accepted(transaction, accepted, backOff);
        RefundTable.askAnew(transaction, unheardOf);
        RefundTable.touch(transaction, undecided, backOff);
        if (!givenBack.isEmpty()) {
            settle(journals, outcomes);
        }
    }

    private void sort(Refund refund, ProviderAnswer answer) {
        switch (answer) {
            case ProviderAnswer.GivenBack given -> givenBack.put(refund, given);
            case ProviderAnswer.Accepted taken -> accepted.put(refund.id(), taken.refundId());
            case ProviderAnswer.Declined declined -> refused.put(refund.id(), declined.reason());
            case ProviderAnswer.NotFound _ -> unheardOf.add(refund.id());
            case ProviderAnswer.Debited _, ProviderAnswer.Undecided _ -> undecided.add(refund);
        }
    }

    private void settle(List<Journal> journals, List<Outcome> outcomes) {
        Set<Object> fresh = RefundTable.givenBack(transaction, givenBack);
        givenBack.forEach((refund, answer) -> {
            if (fresh.contains(refund.id())) {
                Instant at = now.orElse(refund.charge().fareAt());
                journals.add(LedgerRules.refunded(refund, at));
                outcomes.add(new Outcome.Refunded(
                        at, refund.charge(), refund.amount().minor(), refund.outRefundNo(), answer.refundId()));
            }
        });
    }
}
