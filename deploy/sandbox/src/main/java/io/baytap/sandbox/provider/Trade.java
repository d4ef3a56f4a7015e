package io.baytap.sandbox.provider;

import java.time.Instant;

/**
 * A debit as the provider books it.
 *
 * @param behaviour the contract's at the first attempt
 * @param at when it reached its state
 * @param refunded minor units given back so far
 */
record Trade(Order order, String notifyUrl, Behaviour behaviour, State state, Instant at, long refunded) {

    enum State {
        SUCCESS,
        PAYERROR,
        USERPAYING,
        REFUND
    }

    static Trade first(Order order, String notifyUrl, Behaviour behaviour, Instant now) {
        State state = switch (behaviour) {
            case NORMAL, TIMEOUT, TWICE -> State.SUCCESS;
            case DECLINE -> State.PAYERROR;
            case LATE -> State.USERPAYING;
        };
        return new Trade(order, notifyUrl, behaviour, state, now, 0);
    }

    /** The provider's number: the same debit always has the same. */
    String transactionId() {
        return "4200" + Numbers.digits("transaction:" + order.outTradeNo(), 24);
    }

    boolean isDebited() {
        return state == State.SUCCESS || state == State.REFUND;
    }

    /** A debit that was under way is done. */
    Trade paid(Instant now) {
        return state == State.USERPAYING ? new Trade(order, notifyUrl, behaviour, State.SUCCESS, now, refunded) : this;
    }

    Trade refund(long minor) {
        return new Trade(order, notifyUrl, behaviour, State.REFUND, at, Math.addExact(refunded, minor));
    }
}
