package io.baytap.fx.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.traces.TapTrace;
import io.baytap.schemas.traces.TapTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The spans of fares that are converted. */
final class FareSpans {

    private final TapTraces traces;

    FareSpans(TapTraces traces) {
        this.traces = traces;
    }

    /** Of a fare that came. */
    Span taken(Headers headers) {
        return process(TapTraces.traceparent(headers));
    }

    /** Of a fare that has waited for its rate. Headers are not kept with it, so it goes on where its latest tap was traced. */
    Span released(FareAssessed fare) {
        List<String> tapIds = fare.getTapIds();
        boolean traced =
                !tapIds.isEmpty() && fare.getBeganAt() != null && traces.chooses(fare.getRiderId(), fare.getBeganAt());
        Span span = traced ? process(TapTraces.traceparent(TapTrace.of(tapIds.getLast()))) : Span.getInvalid();
        about(span, fare);
        return span;
    }

    static void about(Span span, FareAssessed fare) {
        span.setAttribute(TapTraces.FARE, fare.getEventId());
        span.setAttribute(TapTraces.JOURNEY, fare.getJourneyId());
        span.setAttribute(TapTraces.OPERATOR, fare.getOperatorId());
    }

    static void parked(Span span, String reason) {
        span.setAttribute(TapTraces.OUTCOME, reason);
        span.setStatus(StatusCode.ERROR);
    }

    private Span process(@Nullable String traceparent) {
        return traces.process(Topics.FARES_ASSESSED, ConversionTopology.SERVICE, traceparent);
    }
}
