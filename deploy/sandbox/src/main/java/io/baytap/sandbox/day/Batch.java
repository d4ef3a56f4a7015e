package io.baytap.sandbox.day;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate sends in one request.
 *
 * @param sentAt the gate's time of sending, signed
 * @param ownKey false if somebody signs with another key
 * @param resend whether the same taps were sent before
 * @param refusal the reason code the whole request is to be refused with; null if its taps are to be judged
 */
record Batch(
        PlannedGate gate,
        Instant sentAt,
        List<PlannedTap> taps,
        boolean ownKey,
        boolean resend,
        @Nullable String refusal) {

    Batch resentAt(Instant later) {
        return new Batch(gate, later, taps, ownKey, true, refusal);
    }
}
