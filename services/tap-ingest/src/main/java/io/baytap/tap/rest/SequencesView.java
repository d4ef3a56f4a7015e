package io.baytap.tap.rest;

import io.baytap.tap.domain.GateState;
import io.baytap.tap.domain.SequenceSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a gate's taps, and how its clock goes. */
@Schema(name = "Sequences")
record SequencesView(
        String gateId,

        @Schema(description = "The lowest sequence that came; null if none did", nullable = true) @Nullable
        Long from,

        @Schema(description = "The highest sequence that came", nullable = true) @Nullable
        Long upTo,

        @Schema(description = "What lies between and did not come")
        List<SequenceSet.Range> owed,

        @Schema(description = "Gaps up to there are no longer counted: there were too many", nullable = true) @Nullable
        Long forgottenUpTo,

        @Schema(
                description = "How far the gate's clock is ahead; negative: behind; null: not measured",
                nullable = true)
        @Nullable
        Long clockAheadMillis,

        @Nullable Instant clockMeasuredAt,

        @Schema(description = "For a person", examples = "gate-17 owes 4011-4013")
        String says) {

    /** The gates that owe taps. */
    @Schema(name = "Owing")
    record OwingView(List<SequencesView> gates) {}

    static SequencesView of(String gateId, GateState state) {
        SequenceSet sequences = state.sequences();
        boolean none = sequences.isEmpty();
        return new SequencesView(
                gateId,
                none ? null : sequences.from(),
                none ? null : sequences.upTo(),
                sequences.owed(),
                sequences.forgottenUpTo(),
                state.clock() == null ? null : state.clock().aheadMillis(),
                state.clock() == null ? null : state.clock().measuredAt(),
                says(gateId, sequences.owed()));
    }

    static OwingView owing(Map<String, SequenceSet> gates) {
        return new OwingView(gates.entrySet().stream()
                .map(gate -> of(gate.getKey(), new GateState(gate.getValue(), null)))
                .toList());
    }

    private static String says(String gateId, List<SequenceSet.Range> owed) {
        return owed.isEmpty()
                ? gateId + " owes nothing"
                : gateId + " owes "
                        + owed.stream().map(SequenceSet.Range::toString).collect(Collectors.joining(", "));
    }
}
