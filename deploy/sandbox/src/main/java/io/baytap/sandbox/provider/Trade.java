package io.baytap.sandbox.provider;

import java.time.Instant;

/**
 * A debit as the provider books it.
 *
 * @param behaviour the contract's at the first attempt
 * @param at when it reached its state
 * @param refunded minor units given back so far
 * @param rate payer's currency for one of what was asked for, times 10^8
 */
record Trade(Order order, String notifyUrl, Behaviour behaviour, State state, Instant at, long refunded, long rate) {

    enum State {
        SUCCESS,
        PAYERROR,
        USERPAYING,
        REFUND
    }

    static Trade first(Order order, String notifyUrl, Behaviour behaviour, Instant now, long rate) {
        State state = switch (behaviour) {
            case NORMAL, TIMEOUT, TWICE -> State.SUCCESS;
            case DECLINE -> State.PAYERROR;
            case LATE -> State.USERPAYING;
        };
        return new Trade(order, notifyUrl, behaviour, state, now, 0, rate);
    }

    /** Taken on, to be decided later: so the ride service answers. */
    static Trade accepted(Order order, String notifyUrl, Behaviour behaviour, Instant now) {
        return new Trade(order, notifyUrl, behaviour, State.USERPAYING, now, 0, CardRates.AT_PAR);
    }

    /** Minor units of the payer's currency. */
    long payerTotal() {
        return CardRates.payer(order.total(), rate);
    }

    /** What the payer has back: by the debit's rate, so that whoever gets everything back gets back what was paid. */
    long payerRefunded() {
        return payerTotal() - CardRates.payer(order.total() - refunded, rate);
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
        return decided(State.SUCCESS, now);
    }

    /** A debit that was under way is refused. */
    Trade failed(Instant now) {
        return decided(State.PAYERROR, now);
    }

    private Trade decided(State decision, Instant now) {
        return state == State.USERPAYING ? new Trade(order, notifyUrl, behaviour, decision, now, refunded, rate) : this;
    }

    Trade refund(long minor) {
        return new Trade(order, notifyUrl, behaviour, State.REFUND, at, Math.addExact(refunded, minor), rate);
    }
}
