package io.baytap.wallet.provider;

import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.Charges.Answered;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import java.util.Set;

/** Answers as stable codes, for metrics and logs. */
final class AnswerCodes {

    /** Undecided for a while, as a matter of course. */
    private static final Set<String> USUAL = Set.of(
            "TIMED_OUT",
            "UNREACHABLE",
            "CONNECTION_LOST",
            "USERPAYING",
            "NOTPAY",
            "ACCEPTED",
            GuardedProvider.CIRCUIT_OPEN);

    private AnswerCodes() {}

    static String of(Answered answered) {
        return switch (answered.answer()) {
            case ProviderAnswer.Debited debited -> isAsked(answered.task(), debited) ? "DEBITED" : "AMOUNT_DIFFERS";
            case ProviderAnswer.Declined declined ->
                isRefund(answered) ? "REFUND_" + declined.reason() : declined.reason();
            case ProviderAnswer.NotFound _ -> "NOT_FOUND";
            case ProviderAnswer.Accepted _ -> "ACCEPTED";
            case ProviderAnswer.GivenBack _ -> "GIVEN_BACK";
            case ProviderAnswer.Undecided undecided -> undecided.reason();
        };
    }

    /** Whether time alone will not bring an answer that decides. */
    static boolean isOdd(Answered answered) {
        return switch (answered.answer()) {
            case ProviderAnswer.Debited debited -> !isAsked(answered.task(), debited);
            case ProviderAnswer.Undecided undecided -> !USUAL.contains(undecided.reason());
            case ProviderAnswer.Declined _ -> isRefund(answered);
            case ProviderAnswer.NotFound _, ProviderAnswer.Accepted _, ProviderAnswer.GivenBack _ -> false;
        };
    }

    private static boolean isRefund(Answered answered) {
        return answered.task().aboutRefund().isPresent();
    }

    private static boolean isAsked(ProviderTask task, ProviderAnswer.Debited debited) {
        return switch (task) {
            case ProviderTask.Debit debit -> isAmountOf(debit.charge(), debited);
            case ProviderTask.Query query -> isAmountOf(query.charge(), debited);
            case ProviderTask.Confirm confirm -> isAmountOf(confirm.charge(), debited);
            case ProviderTask.GiveBack _, ProviderTask.QueryRefund _ -> false;
        };
    }

    private static boolean isAmountOf(Charge charge, ProviderAnswer.Debited debited) {
        return charge.state().attempted().equals(debited.amount());
    }
}
