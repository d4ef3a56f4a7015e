package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a wallet owes, and how far its collection has come.
 *
 * @param amount of the fare that caused it, in the currency that is asked for; positive
 */
public record Charge(ChargeFacts facts, Money amount, State state) {

    /**
     * How far it has come.
     *
     * @param attempt 0 before the first
     * @param netted what corrections took off before the current attempt
     * @param attempted what the current attempt debits
     * @param outTradeNo our number of the current attempt
     * @param transactionId the provider's number, once settled
     * @param reason why it was declined last
     * @param declinedAt when it was declined first: "T" of the next attempts at T+1 and T+3
     * @param dueAt not to be attempted again before that time
     * @param paidAt when the provider says it debited, once settled; null if it does not say
     * @param payer what the debit cost the payer, once settled and where the provider converts
     * @param check how that compares with our estimate
     */
    public record State(
            ChargeStatus status,
            int attempt,
            Money netted,
            Money attempted,
            @Nullable String outTradeNo,
            @Nullable String transactionId,
            @Nullable String reason,
            @Nullable Instant declinedAt,
            @Nullable Instant dueAt,
            @Nullable Instant paidAt,
            @Nullable Payer payer,
            ConversionCheck check) {

        /** Not settled yet. */
        public State(
                ChargeStatus status,
                int attempt,
                Money netted,
                Money attempted,
                @Nullable String outTradeNo,
                @Nullable String transactionId,
                @Nullable String reason,
                @Nullable Instant declinedAt,
                @Nullable Instant dueAt) {
            this(
                    status,
                    attempt,
                    netted,
                    attempted,
                    outTradeNo,
                    transactionId,
                    reason,
                    declinedAt,
                    dueAt,
                    null,
                    null,
                    ConversionCheck.NOT_NEEDED);
        }

        State with(ChargeStatus next) {
            return new State(next, attempt, netted, attempted, outTradeNo, transactionId, reason, declinedAt, dueAt);
        }

        State takenOff(Money more) {
            return new State(
                    status,
                    attempt,
                    netted.plus(more),
                    attempted.minus(more),
                    outTradeNo,
                    transactionId,
                    reason,
                    declinedAt,
                    dueAt);
        }

        State settled(ProviderAnswer.Debited debited, @Nullable Payer paid, ConversionCheck checked) {
            return new State(
                    ChargeStatus.SETTLED,
                    attempt,
                    netted.plus(attempted).minus(debited.amount()),
                    debited.amount(),
                    outTradeNo,
                    debited.transactionId(),
                    null,
                    declinedAt,
                    null,
                    debited.at(),
                    paid,
                    checked);
        }

        State declined(String why, Instant first, @Nullable Instant next) {
            ChargeStatus then = next == null ? ChargeStatus.DEBT : ChargeStatus.DECLINED;
            return new State(then, attempt, netted, attempted, outTradeNo, transactionId, why, first, next);
        }
    }

    public String id() {
        return facts.chargeId();
    }

    public ChargeStatus status() {
        return state.status();
    }

    /** @throws IllegalStateException if the state machine has no such arrow: a defect */
    Charge with(State next) {
        if (!ChargeMove.isAllowed(status(), next.status())) {
            throw new IllegalStateException(facts.chargeId() + " cannot go from " + status() + " to " + next.status());
        }
        return new Charge(facts, amount, next);
    }
}
