package io.baytap.schemas.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of W3C Trace Context, as text: {@code 00-<trace>-<span>-01}. The state of vendors beside it is not carried. */
final class TraceParent {

    static final String NAME = "traceparent";

    private TraceParent() {}

    static String write(SpanContext span) {
        return String.join(
                "-",
                "00",
                span.getTraceId(),
                span.getSpanId(),
                span.getTraceFlags().asHex());
    }

    /** Null if it is malformed, or says that nothing is traced. */
    static @Nullable Context read(String traceparent) {
        Context context =
                W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, TheHeader.INSTANCE);
        return Span.fromContext(context).getSpanContext().isSampled() ? context : null;
    }

    /** Of all headers there is one. */
    private enum TheHeader implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals(NAME) ? traceparent : null;
        }
    }
}
