package io.baytap.schemas.traces;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.baytap.schemas.Topic;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of taps that are traced, by the messaging conventions of OpenTelemetry. What is not traced gets {@link Span#getInvalid()}, which
 * takes everything and does nothing: it costs a look for the header. Safe for several threads.
 *
 * <p>Attributes name taps, gates, journeys, fares and charges; never a rider, and no key of a record, for that is the rider.
 */
public final class TapTraces {

    /** In a process that traces nothing. */
    public static final TapTraces OFF = new TapTraces(OpenTelemetry.noop(), 0, false);

    public static final AttributeKey<String> TAP = stringKey("baytap.tap.id");
    public static final AttributeKey<String> GATE = stringKey("baytap.gate.id");
    public static final AttributeKey<String> OPERATOR = stringKey("baytap.operator.id");
    public static final AttributeKey<String> JOURNEY = stringKey("baytap.journey.id");
    public static final AttributeKey<String> FARE = stringKey("baytap.fare.id");
    public static final AttributeKey<String> CHARGE = stringKey("baytap.charge.id");

    /** What became of it, as the metrics say it. */
    public static final AttributeKey<String> OUTCOME = stringKey("baytap.outcome");

    private static final AttributeKey<String> SYSTEM = stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = longKey("messaging.kafka.offset");
    private static final AttributeKey<String> GROUP = stringKey("messaging.consumer.group.name");

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Hong_Kong");

    private final Tracer tracer;
    private final double ratio;
    private final boolean on;

    private TapTraces(OpenTelemetry telemetry, double ratio, boolean on) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("baytap.traces.ratio is not between 0 and 1: " + ratio);
        }
        this.tracer = telemetry.getTracer("io.baytap");
        this.ratio = ratio;
        this.on = on;
    }

    /**
     * As it is set.
     *
     * @param off whether the process traces nothing at all
     * @param ratio of riders' days whose taps are traced, from 0 to 1
     * @throws IllegalArgumentException if it is another number
     */
    public static TapTraces of(OpenTelemetry telemetry, boolean off, double ratio) {
        return new TapTraces(telemetry, ratio, !off);
    }

    /** Whether a rider's taps of that business day are traced: all or none, for a fare is caused by several. */
    public boolean chooses(String riderId, Instant tappedAt) {
        if (!on || ratio == 0) {
            return false;
        }
        long day = LocalDate.ofInstant(tappedAt, BUSINESS_ZONE).toEpochDay();
        return new SplittableRandom(riderId.hashCode() * 31L + day).nextDouble() < ratio;
    }

    /** A span that begins a trace: of an event that is sent to a topic. */
    public SpanBuilder begin(Topic topic) {
        return sending(topic).setNoParent();
    }

    /** The span of what a consumer does with a record; ended when that is done. */
    public Span process(ConsumerRecord<?, ?> record, String consumer) {
        String traceparent = on ? traceparent(record.headers()) : null;
        return traceparent == null
                ? Span.getInvalid()
                : process(record.topic(), consumer, traceparent)
                        .setAttribute(PARTITION, Integer.toString(record.partition()))
                        .setAttribute(OFFSET, record.offset());
    }

    /** The same where there is but the trace context of the record. */
    public Span process(Topic topic, String consumer, @Nullable String traceparent) {
        return process(topic.name(), consumer, traceparent);
    }

    private Span process(String topic, String consumer, @Nullable String traceparent) {
        Context parent = parent(traceparent);
        return parent == null
                ? Span.getInvalid()
                : messaging("process", topic, SpanKind.CONSUMER)
                        .setAttribute(GROUP, consumer)
                        .setParent(parent)
                        .startSpan();
    }

    /** The span of an event that is sent to a topic because of something that was traced. */
    public Span send(Topic topic, @Nullable String traceparent) {
        Context parent = parent(traceparent);
        return parent == null
                ? Span.getInvalid()
                : sending(topic).setParent(parent).startSpan();
    }

    /** The span of a question to somebody else. */
    public Span ask(String what, @Nullable String traceparent) {
        Context parent = parent(traceparent);
        return parent == null
                ? Span.getInvalid()
                : tracer.spanBuilder(what)
                        .setSpanKind(SpanKind.CLIENT)
                        .setParent(parent)
                        .startSpan();
    }

    /** The trace context of a record's headers, as it stands there; null if it has none. */
    public static @Nullable String traceparent(Headers headers) {
        Header header = headers.lastHeader(TraceParent.NAME);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The trace context of a span for what it causes; null if nothing is traced. */
    public static @Nullable String traceparent(Span span) {
        return traceparent(span.getSpanContext());
    }

    /** The same of a span that may be another process's. */
    public static @Nullable String traceparent(SpanContext span) {
        return span.isSampled() ? TraceParent.write(span) : null;
    }

    /** Lets a record that a span causes carry its trace context, in place of any other. */
    public static void carry(Span span, Headers headers) {
        String traceparent = traceparent(span);
        if (traceparent != null) {
            headers.remove(TraceParent.NAME).add(TraceParent.NAME, traceparent.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Null if it is not traced. */
    private @Nullable Context parent(@Nullable String traceparent) {
        return on && traceparent != null ? TraceParent.read(traceparent) : null;
    }

    private SpanBuilder sending(Topic topic) {
        return messaging("send", topic.name(), SpanKind.PRODUCER);
    }

    private SpanBuilder messaging(String operation, String topic, SpanKind kind) {
        return tracer.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(OPERATION_TYPE, operation)
                .setAttribute(DESTINATION, topic);
    }
}
