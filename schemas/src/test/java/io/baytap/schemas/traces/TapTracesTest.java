package io.baytap.schemas.traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.baytap.schemas.Topics;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapTracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String SAMPLED = "00-" + TRACE + "-" + SPAN + "-01";

    /** Half past seven in the morning in Hong Kong. */
    private static final Instant AT = Instant.parse("2026-04-08T23:30:00Z");

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetry telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private final TapTraces traces = TapTraces.of(telemetry, false, 0.25);

    @Test
    void aTracesNameIsTheHashOfItsTap() {
        var named = TapTrace.of("tap:gate-17:4011");

        assertThat(named.getTraceId()).isEqualTo("1a7391354cb9f8d2816e9df9e00abe46");
        assertThat(named.getSpanId()).isEqualTo("528557188f5a7e94");
        assertThat(named.isSampled()).isTrue();
    }

    @Test
    void aConsumersSpanGoesOnWhereTheRecordCameFrom() {
        Headers headers = headers(SAMPLED);

        Span span = traces.process(
                new ConsumerRecord<>(Topics.TAPS_ACCEPTED.name(), 3, 42, "WEIXIN_PAY:a7".getBytes(UTF_8), null),
                "group");
        assertThat(span.isRecording()).as("a record without the header").isFalse();
        span = traces.process(Topics.TAPS_ACCEPTED, "group", TapTraces.traceparent(headers));
        span.end();

        SpanData ended = spans.getFinishedSpanItems().getFirst();
        assertThat(ended.getName()).isEqualTo("process taps.accepted.v1");
        assertThat(ended.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(ended.getTraceId()).isEqualTo(TRACE);
        assertThat(ended.getParentSpanId()).isEqualTo(SPAN);
        assertThat(ended.getAttributes().asMap().toString())
                .contains("messaging.system=kafka", "messaging.operation.type=process", "taps.accepted.v1", "group");
    }

    @Test
    void whatASpanCausesCarriesTheSpanInPlaceOfItsParent() {
        Span span = traces.send(Topics.FARES_ASSESSED, SAMPLED);
        Headers headers = headers(SAMPLED);

        TapTraces.carry(span, headers);

        assertThat(headers.headers("traceparent")).hasSize(1);
        assertThat(TapTraces.traceparent(headers))
                .isEqualTo("00-" + TRACE + "-" + span.getSpanContext().getSpanId() + "-01")
                .doesNotContain(SPAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-" + SPAN + "-00",
                "",
                "nonsense",
                "00-00000000000000000000000000000000-" + SPAN + "-01"
            })
    void whatIsNotTracedCostsNoSpanAndNoByte(String traceparent) {
        Headers headers = new RecordHeaders();

        Span span = traces.send(Topics.FARES_ASSESSED, traceparent);
        TapTraces.carry(span, headers);
        span.end();

        assertThat(headers).isEmpty();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void whereNothingIsTracedNobodysHeaderChangesThat() {
        TapTraces off = TapTraces.of(telemetry, true, 1);

        off.send(Topics.FARES_ASSESSED, SAMPLED).end();
        off.ask("debit", SAMPLED).end();

        assertThat(off.chooses("WEIXIN_PAY:a7", AT)).isFalse();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aRidersDayInHongKongIsTracedWholeOrNotAtAll() {
        for (int rider = 0; rider < 1000; rider++) {
            String riderId = "WEIXIN_PAY:" + rider;

            boolean chosen = traces.chooses(riderId, AT);

            assertThat(traces.chooses(riderId, AT.plus(Duration.ofHours(16)))).isEqualTo(chosen);
        }
    }

    @Test
    void asManyRidersAreTracedAsTheRatioSaysAndOtherOnesTheNextDay() {
        int riders = 20_000;

        long today = IntStream.range(0, riders)
                .filter(rider -> traces.chooses("WEIXIN_PAY:" + rider, AT))
                .count();
        long both = IntStream.range(0, riders)
                .filter(rider -> traces.chooses("WEIXIN_PAY:" + rider, AT)
                        && traces.chooses("WEIXIN_PAY:" + rider, AT.plus(Duration.ofDays(1))))
                .count();

        assertThat((double) today / riders).isCloseTo(0.25, within(0.02));
        assertThat((double) both / riders).isCloseTo(0.0625, within(0.01));
        assertThat(TapTraces.of(telemetry, false, 1).chooses("WEIXIN_PAY:1", AT))
                .isTrue();
        assertThat(TapTraces.of(telemetry, false, 0).chooses("WEIXIN_PAY:1", AT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aRatioThatIsNoneStopsTheStart(double ratio) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TapTraces.of(telemetry, false, ratio))
                .withMessageContaining("baytap.traces.ratio");
    }

    private static Headers headers(String traceparent) {
        return new RecordHeaders().add("traceparent", traceparent.getBytes(UTF_8));
    }
}
