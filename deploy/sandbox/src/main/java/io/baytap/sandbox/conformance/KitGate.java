package io.baytap.sandbox.conformance;

import io.baytap.sandbox.gates.SigningKey;
import java.util.concurrent.atomic.AtomicLong;

/** A gate of the kit's own: its id, what it signs with and its count. */
record KitGate(String gateId, SigningKey key, AtomicLong count) {

    private static final long FIRST = 1000;

    static KitGate of(String gateId) {
        return new KitGate(gateId, SigningKey.of("gate " + gateId), new AtomicLong(FIRST));
    }

    /** The same gate with another key; it goes on with the same count. */
    KitGate signingWith(SigningKey other) {
        return new KitGate(gateId, other, count);
    }

    long next() {
        return count.incrementAndGet();
    }
}
