package io.baytap.tap.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.traces.TapTrace;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TapSpansTest {

    private static final Instant NOW = Instant.parse("2026-04-09T00:12:31Z");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetry telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .setIdGenerator(TapSpans.ids())
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();

    @Test
    void aTapBeginsTheTraceThatItsIdNames() {
        var spans = new TapSpans(TapTraces.of(telemetry, false, 1));

        Span span = spans.begin(tap(4011));
        Span other = spans.begin(tap(4012));
        span.end();
        other.end();

        SpanData ended = exporter.getFinishedSpanItems().getFirst();
        assertThat(ended.getSpanContext()).isEqualTo(TapTrace.of("tap:gate-17:4011"));
        assertThat(ended.getParentSpanContext().isValid()).isFalse();
        assertThat(ended.getName()).isEqualTo("send taps.accepted.v1");
        assertThat(ended.getAttributes().asMap().toString())
                .contains("tap:gate-17:4011", "gate-17", "MTR")
                .doesNotContain("a7c91");
        assertThat(other.getSpanContext()).isEqualTo(TapTrace.of("tap:gate-17:4012"));
    }

    @Test
    void aTapThatIsNotChosenHasNoSpan() {
        var spans = new TapSpans(TapTraces.of(telemetry, false, 0));

        Span span = spans.begin(tap(4011));
        span.end();

        assertThat(span.getSpanContext().isValid()).isFalse();
        assertThat(exporter.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void spansThatAreNoTapsHaveIdsOfTheirOwn() {
        var ids = TapSpans.ids();

        assertThat(ids.generateTraceId()).hasSize(32).isNotEqualTo(ids.generateTraceId());
        assertThat(ids.generateSpanId()).hasSize(16).isNotEqualTo(ids.generateSpanId());
    }

    private static TapAccepted tap(long sequence) {
        return TapAccepted.newBuilder()
                .setEventId("tap:gate-17:" + sequence)
                .setOccurredAt(NOW)
                .setRiderId("WEIXIN_PAY:a7c91")
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setGateId("gate-17")
                .setSequence(sequence)
                .setOperatorId("MTR")
                .setRouteId("MTR:heavy-rail")
                .setStopId("MTR:1")
                .setDirection(TapDirection.ENTRY)
                .setReceivedAt(NOW)
                .setLate(false)
                .build();
    }
}
