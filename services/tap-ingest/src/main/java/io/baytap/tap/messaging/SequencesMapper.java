package io.baytap.tap.messaging;

import io.baytap.schemas.gates.v1.GateSequences;
import io.baytap.schemas.gates.v1.SequenceRange;
import io.baytap.tap.domain.Fingerprint;
import io.baytap.tap.domain.GateState;
import io.baytap.tap.domain.SequenceSet;
import io.baytap.tap.messaging.ReferenceFeed.UnusableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What is known of a gate's work, as an event and back. */
final class SequencesMapper {

    private SequencesMapper() {}

    static GateSequences toEvent(String gateId, GateState state, Instant now) {
        SequenceSet sequences = state.sequences();
        GateState.ClockReading clock = state.clock();
        byte[] content = state.toString().getBytes(StandardCharsets.UTF_8);
        return new GateSequences(
                "sequences:" + gateId + ":" + HexFormat.of().toHexDigits(Fingerprint.of(content, 0, content.length)),
                now,
                gateId,
                sequences.from(),
                sequences.upTo(),
                sequences.owed().stream()
                        .map(range -> new SequenceRange(range.from(), range.to()))
                        .toList(),
                sequences.forgottenUpTo(),
                clock == null ? null : clock.aheadMillis(),
                clock == null ? null : clock.measuredAt());
    }

    static GateState toState(GateSequences event) throws UnusableException {
        Long ahead = event.getClockAheadMillis();
        Instant measuredAt = event.getClockMeasuredAt();
        try {
            return new GateState(
                    SequenceSet.between(
                            event.getFrom(),
                            event.getUpTo(),
                            event.getOwed().stream()
                                    .map(range -> new SequenceSet.Range(range.getFrom(), range.getTo()))
                                    .toList(),
                            event.getForgottenUpTo()),
                    reading(ahead, measuredAt));
        } catch (IllegalArgumentException e) {
            throw new UnusableException("its ranges are no gaps");
        }
    }

    private static GateState.@Nullable ClockReading reading(@Nullable Long ahead, @Nullable Instant measuredAt) {
        return ahead == null || measuredAt == null ? null : new GateState.ClockReading(ahead, measuredAt);
    }
}
