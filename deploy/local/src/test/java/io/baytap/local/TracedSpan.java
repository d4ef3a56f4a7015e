package io.baytap.local;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;

/** A span as a collector receives it, and the service that sent it. */
record TracedSpan(String service, Span span) {

    String name() {
        return span.getName();
    }

    String traceId() {
        return HexFormat.of().formatHex(span.getTraceId().toByteArray());
    }

    String spanId() {
        return HexFormat.of().formatHex(span.getSpanId().toByteArray());
    }

    /** Empty if the trace begins with it. */
    String parentId() {
        return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
    }

    /** Traces that it is linked with. */
    List<String> linked() {
        return span.getLinksList().stream()
                .map(link -> HexFormat.of().formatHex(link.getTraceId().toByteArray()))
                .toList();
    }

    /** Empty if it has none of that name. */
    String attribute(String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse("");
    }

    /** Everything in it, as text. */
    String said() {
        return span.toString();
    }
}
