package io.baytap.fx.domain;

import java.time.Instant;

/**
 * A rate that is not believed. It is recorded and never used.
 *
 * @param at when it was refused
 */
public record RefusedRate(Rate rate, RefusalReason reason, Instant at) {

    /** The same rate refused again for the same reason is the same refusal. */
    public String id() {
        return "refusal:" + rate.id() + ":" + rate.value().toPlainString() + ":" + reason.code();
    }
}
