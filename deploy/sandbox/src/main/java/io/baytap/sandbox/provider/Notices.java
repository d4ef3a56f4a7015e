package io.baytap.sandbox.provider;

import java.time.Clock;
import java.time.Duration;

/** What follows a debit: the late payment, and the callbacks. */
final class Notices {

    private final Callbacks callbacks;
    private final boolean always;
    private final Duration lateAfter;
    private final Clock clock;

    Notices(Callbacks callbacks, boolean always, Duration lateAfter, Clock clock) {
        this.callbacks = callbacks;
        this.always = always;
        this.lateAfter = lateAfter;
        this.clock = clock;
    }

    /** To be called once per debit, after its first answer. */
    void after(Provider provider, Trade trade) {
        switch (trade.behaviour()) {
            case NORMAL, TIMEOUT -> {
                if (always) {
                    callbacks.paid(provider, trade, 1);
                }
            }
            case TWICE -> callbacks.paid(provider, trade, 2);
            case LATE -> callbacks.later(lateAfter, () -> pay(provider, trade));
            case DECLINE -> {
                // The refusal was final; the real provider sends nothing either.
            }
        }
    }

    private void pay(Provider provider, Trade trade) {
        provider.ledger()
                .pay(trade.order().outTradeNo(), clock.instant())
                .ifPresent(paid -> callbacks.paid(provider, paid, 1));
    }
}
