package io.baytap.tap.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.traces.TapTrace;
import io.baytap.schemas.traces.TapTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;

/**
 * Begins the traces of taps. Gates cannot: what they would say of traces is not signed, and whoever could set it could have everything traced.
 */
public final class TapSpans {

    /** What the span that is being made is to be called. */
    private static final ScopedValue<SpanContext> NAMED = ScopedValue.newInstance();

    private final TapTraces traces;

    public TapSpans(TapTraces traces) {
        this.traces = traces;
    }

    /** The span of a tap that goes to the line; ended when Kafka has it. */
    Span begin(TapAccepted tap) {
        if (!traces.chooses(tap.getRiderId(), tap.getOccurredAt())) {
            return Span.getInvalid();
        }
        SpanBuilder span = traces.begin(Topics.TAPS_ACCEPTED)
                .setAttribute(TapTraces.TAP, tap.getEventId())
                .setAttribute(TapTraces.GATE, tap.getGateId())
                .setAttribute(TapTraces.OPERATOR, tap.getOperatorId());
        return ScopedValue.where(NAMED, TapTrace.of(tap.getEventId())).call(span::startSpan);
    }

    /** Random ids, but for the span with which a tap's trace begins. */
    public static IdGenerator ids() {
        IdGenerator random = IdGenerator.random();
        return new IdGenerator() {
            @Override
            public String generateTraceId() {
                return NAMED.isBound() ? NAMED.get().getTraceId() : random.generateTraceId();
            }

            @Override
            public String generateSpanId() {
                return NAMED.isBound() ? NAMED.get().getSpanId() : random.generateSpanId();
            }
        };
    }
}
