package io.baytap.fare.messaging;

import static io.baytap.fare.messaging.TopologyKit.tap;
import static io.baytap.schemas.taps.v1.TapDirection.ENTRY;
import static io.baytap.schemas.taps.v1.TapDirection.EXIT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.traces.TapTrace;
import io.baytap.schemas.traces.TapTraces;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FareTracesTest {

    private static final SpanContext ENTERED = TapTrace.of("tap:g1:7");
    private static final SpanContext LEFT = TapTrace.of("tap:g2:3");

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final TopologyKit kit = new TopologyKit(TapTraces.of(
            OpenTelemetrySdk.builder()
                    .setTracerProvider(SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build())
                    .build(),
            false,
            1));

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aFareGoesOnFromTheTapThatCausedItAndIsLinkedWithTheOther() {
        kit.tap(tap("g1", 7, "10:10:00", ENTRY, "MTR:1"), traceparent(ENTERED));
        kit.tap(tap("g2", 3, "10:31:00", EXIT, "MTR:2"), traceparent(LEFT));

        SpanData entered = only(ENTERED, "process taps.accepted.v1");
        SpanData left = only(LEFT, "process taps.accepted.v1");
        SpanData fare = only(LEFT, "send fares.assessed.v1");
        assertThat(entered.getParentSpanId()).isEqualTo(ENTERED.getSpanId());
        assertThat(left.getParentSpanId()).isEqualTo(LEFT.getSpanId());
        assertThat(fare.getParentSpanId()).isEqualTo(left.getSpanId());
        assertThat(fare.getLinks()).extracting(LinkData::getSpanContext).containsExactly(ENTERED);
        assertThat(fare.getAttributes().asMap().toString())
                .contains("fare:journey:tap:g1:7:0", "journey:tap:g1:7", "MTR")
                .doesNotContain(TopologyKit.RIDER);
        assertThat(kit.fareTraces()).containsExactly(traceparent(fare.getSpanContext()));
        assertThat(spans.getFinishedSpanItems()).hasSize(3);
    }

    @Test
    void aFareOfATapThatIsNotTracedCarriesNothing() {
        kit.tap(tap("g1", 7, "10:10:00", ENTRY, "MTR:1"));
        kit.tap(tap("g2", 3, "10:31:00", EXIT, "MTR:2"));

        assertThat(kit.fareTraces()).hasSize(1).containsOnlyNulls();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aMaximumFareThatTimeAloneCausedGoesOnFromTheJourneysFirstTap() {
        kit.tick("10:10:00");
        kit.tap(tap("g1", 7, "10:10:00", ENTRY, "MTR:1"), traceparent(ENTERED));

        kit.tick("20:10:00");
        kit.idle(Duration.ofMinutes(5));

        SpanData fare = only(ENTERED, "send fares.assessed.v1");
        assertThat(fare.getParentSpanId()).isEqualTo(ENTERED.getSpanId());
        assertThat(fare.getLinks()).isEmpty();
        assertThat(kit.fareTraces()).containsExactly(traceparent(fare.getSpanContext()));
    }

    private SpanData only(SpanContext trace, String name) {
        List<SpanData> found = spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace.getTraceId())
                        && span.getName().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String traceparent(SpanContext span) {
        @Nullable String written = TapTraces.traceparent(span);
        return requireNonNull(written);
    }
}
