package io.baytap.sandbox.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
        if (provider.scheme() == Scheme.DIGITAL_RMB) {
            afterRide(provider, trade);
            return;
        }
        switch (trade.behaviour()) {
            case NORMAL, TIMEOUT -> {
                if (always) {
                    callbacks.decided(provider, trade, 1);
                }
            }
            case TWICE -> callbacks.decided(provider, trade, 2);
            case LATE -> callbacks.later(lateAfter, () -> pay(provider, trade));
            case DECLINE -> {
                // The refusal was final; the real provider sends nothing either.
            }
        }
    }

    /** The ride service decides after it has answered, and always calls back. */
    private void afterRide(Provider provider, Trade trade) {
        String number = trade.order().outTradeNo();
        Duration delay = trade.behaviour() == Behaviour.LATE ? lateAfter : Duration.ZERO;
        int times = trade.behaviour() == Behaviour.TWICE ? 2 : 1;
        callbacks.later(delay, () -> {
            Instant now = clock.instant();
            Optional<Trade> decided = trade.behaviour() == Behaviour.DECLINE
                    ? provider.ledger().fail(number, now)
                    : provider.ledger().pay(number, now);
            decided.ifPresent(told -> callbacks.decided(provider, told, times));
        });
    }

    private void pay(Provider provider, Trade trade) {
        provider.ledger()
                .pay(trade.order().outTradeNo(), clock.instant())
                .ifPresent(paid -> callbacks.decided(provider, paid, 1));
    }
}
