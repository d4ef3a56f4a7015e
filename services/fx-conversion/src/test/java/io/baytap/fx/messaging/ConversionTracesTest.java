package io.baytap.fx.messaging;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.RatePolicies;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.traces.TapTrace;
import io.baytap.schemas.traces.TapTraces;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversionTracesTest {

    private static final Instant EVENING = publication(APRIL_9).plusSeconds(60);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final TopologyKit kit = new TopologyKit(
            new RatePolicies(Map.of()),
            TapTraces.of(
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
    void aConversionGoesOnFromItsFare() {
        kit.rates(april9());

        kit.fare(fare(), "00-" + TRACE + "-" + SPAN + "-01");

        SpanData converted = only();
        assertThat(converted.getName()).isEqualTo("process fares.assessed.v1");
        assertThat(converted.getTraceId()).isEqualTo(TRACE);
        assertThat(converted.getParentSpanId()).isEqualTo(SPAN);
        assertThat(converted.getAttributes().asMap().toString())
                .contains("fare:journey:1:0", "CONVERTED")
                .doesNotContain("a7c91");
        assertThat(kit.convertedTraces()).containsExactly(TapTraces.traceparent(converted.getSpanContext()));
    }

    @Test
    void aFareThatIsNotTracedIsConvertedWithoutASpan() {
        kit.rates(april9());

        kit.fare(fare());

        assertThat(kit.convertedTraces()).hasSize(1).containsOnlyNulls();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aFareThatWaitedForItsRateGoesOnFromItsLatestTap() {
        kit.fare(
                FareAssessed.newBuilder(fare())
                        .setBeganAt(EVENING.minusSeconds(900))
                        .build(),
                "00-" + TRACE + "-" + SPAN + "-01");
        assertThat(only().getAttributes().asMap().toString()).contains("WAITING");
        spans.reset();

        kit.rates(april9());
        kit.rounds(1);

        SpanData released = only();
        assertThat(released.getParentSpanContext().getTraceId())
                .isEqualTo(TapTrace.of("tap:journey:1").getTraceId());
        assertThat(released.getParentSpanId())
                .isEqualTo(TapTrace.of("tap:journey:1").getSpanId());
        assertThat(released.getAttributes().asMap().toString()).contains("RELEASED");
        assertThat(kit.convertedTraces()).containsExactly(TapTraces.traceparent(released.getSpanContext()));
    }

    private SpanData only() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().getFirst();
    }

    private static FareAssessed fare() {
        return mainlandRiderInHongKong("journey:1", EVENING, 1250);
    }
}
