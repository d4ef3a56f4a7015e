package io.baytap.fare.messaging;

import io.baytap.fare.domain.FareChange;
import io.baytap.schemas.Topics;
import io.baytap.schemas.traces.TapTrace;
import io.baytap.schemas.traces.TapTraces;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The spans of taps that are assessed, and of the fares that come of it. */
final class FareSpans {

    private final TapTraces traces;

    FareSpans(TapTraces traces) {
        this.traces = traces;
    }

    /** Of a tap that came. */
    Span taken(Headers headers) {
        return traces.process(Topics.TAPS_ACCEPTED, FareTopology.SERVICE, TapTraces.traceparent(headers));
    }

    /** Of a fare that a tap caused: linked with the other taps of its journey. */
    Span caused(Span tap, String tapId, FareChange change) {
        return fare(TapTraces.traceparent(tap), tapId, change);
    }

    /** Of a fare that time alone caused: it goes on where the journey's first tap was traced. */
    Span waited(String riderId, FareChange change) {
        List<String> tapIds = change.assessed().tapIds();
        if (tapIds.isEmpty() || change.beganAt() == null || !traces.chooses(riderId, change.beganAt())) {
            return Span.getInvalid();
        }
        String first = tapIds.getFirst();
        return fare(TapTraces.traceparent(TapTrace.of(first)), first, change);
    }

    private Span fare(@Nullable String traceparent, String causeId, FareChange change) {
        Span span = traces.send(Topics.FARES_ASSESSED, traceparent);
        if (span.isRecording()) {
            span.setAttribute(TapTraces.FARE, change.assessed().fareId());
            span.setAttribute(TapTraces.JOURNEY, change.assessed().journeyId());
            span.setAttribute(TapTraces.OPERATOR, change.assessed().operatorId());
            change.assessed().tapIds().stream()
                    .filter(tapId -> !tapId.equals(causeId))
                    .forEach(tapId -> span.addLink(TapTrace.of(tapId)));
        }
        return span;
    }
}
