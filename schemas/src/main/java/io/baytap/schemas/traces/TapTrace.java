package io.baytap.schemas.traces;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the trace of a tap. It derives from the tap's id, so whoever knows a tap finds its trace, and a replay is in the same one. */
public final class TapTrace {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private TapTrace() {}

    /**
     * The tap's own span, with which its trace begins: the first 16 bytes of SHA-256 over the tap's id name the trace, the next 8 the span.
     *
     * @param tapId {@code tap:<gate>:<sequence>}
     */
    public static SpanContext of(String tapId) {
        byte[] hash = sha256(tapId);
        return SpanContext.create(
                HexFormat.of().formatHex(hash, 0, TRACE_BYTES),
                HexFormat.of().formatHex(hash, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
