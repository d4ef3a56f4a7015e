package io.baytap.tap.domain;

import org.jspecify.annotations.Nullable;

/**
 * The accepted taps of late, as far as they are remembered. It spares the line most duplicates; the line recognises the
 * others by their event id.
 */
public interface TapMemory {

    /** The {@link Tap#fingerprint()} that was published under this sequence; null if none is remembered. */
    @Nullable
    Long find(String gateId, long sequence);

    /** To be called once Kafka has the tap, not before: a tap whose send failed must be sendable again. */
    void remember(String gateId, long sequence, long fingerprint);
}
