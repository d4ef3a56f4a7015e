package io.baytap.tap.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baytap.schemas.traces.TapTrace;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.tap.domain.Direction;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.Place;
import io.baytap.tap.domain.RejectReason;
import io.baytap.tap.domain.RiderCode;
import io.baytap.tap.domain.Tap;
import io.baytap.tap.domain.TapLine.Delivery;
import io.baytap.tap.domain.Verdict;
import io.baytap.tap.domain.WalletScheme;
import io.baytap.tap.kit.Keys;
import io.baytap.tap.memory.RecentTaps;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TapPublisherTest {

    private static final Instant NOW = Instant.parse("2026-04-09T00:12:31Z");
    private static final Gate GATE = new Gate(
            "gate",
            "MTR",
            Gate.Mode.BUS,
            Gate.Stand.MOVING,
            Gate.Keys.of(Keys.generate().getPublic()),
            Gate.Standing.ACTIVE,
            NOW);

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final RecentTaps memory = new RecentTaps(10);
    private final TapPublisher publisher =
            new TapPublisher(kafka, new NoSchemas(), memory, new TapSpans(TapTraces.OFF));

    @Test
    void isStoredWhenTheLastRecordIsAcknowledgedAndNotBefore() {
        var delivery = publish(accepted(1), rejected(2), new Verdict.Duplicate(3), accepted(4));

        assertThat(kafka.history())
                .extracting(record -> record.topic() + " " + new String(record.key(), StandardCharsets.UTF_8))
                .containsExactly(
                        "taps.accepted.v1 WEIXIN_PAY:a", "taps.rejected.v1 gate", "taps.accepted.v1 WEIXIN_PAY:a");
        kafka.completeNext();
        kafka.completeNext();
        assertThat(delivery).isNotDone();
        kafka.completeNext();
        assertThat(delivery).isCompletedWithValue(Delivery.STORED);
    }

    @Test
    void remembersWhatIsAcknowledgedAndNothingElse() {
        var delivery = publish(accepted(1), accepted(2));

        assertThat(memory.find("gate", 1)).isNull();
        kafka.completeNext();
        kafka.errorNext(new TimeoutException("expired"));

        assertThat(delivery).isCompletedWithValue(Delivery.AWAY);
        assertThat(memory.find("gate", 1)).isEqualTo(11);
        assertThat(memory.find("gate", 2)).isNull();
    }

    @Test
    void givesUpABatchAtTheFirstSendThatCannotEvenBegin() {
        kafka.sendException = new TimeoutException("no metadata");

        var delivery = publish(accepted(1), accepted(2));

        assertThat(delivery).isCompletedWithValue(Delivery.AWAY);
        assertThat(kafka.history()).isEmpty();
        assertThat(memory.find("gate", 1)).isNull();
    }

    @Test
    void aBatchOfDuplicatesIsStoredAlready() {
        assertThat(publish(new Verdict.Duplicate(1))).isCompletedWithValue(Delivery.STORED);
        assertThat(publish()).isCompletedWithValue(Delivery.STORED);
    }

    @Test
    void aValueBeginsWithTheIdOfItsSchema() {
        var _ = publish(accepted(1));

        assertThat(kafka.history().getFirst().value()).startsWith(0, 0, 0, 0, 7);
        assertThat(kafka.history().getFirst().headers())
                .as("a tap that is not traced has no byte for it")
                .isEmpty();
    }

    @Test
    void aTracedTapCarriesItsTraceAndEndsItsSpanWithTheAcknowledgement() {
        var exporter = InMemorySpanExporter.create();
        var telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setIdGenerator(TapSpans.ids())
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
        var spans = new TapSpans(TapTraces.of(telemetry, false, 1));
        var _ = new TapPublisher(kafka, new NoSchemas(), memory, spans)
                .publish(GATE, List.of(accepted(1), accepted(2), rejected(3)), NOW);

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        kafka.completeNext();
        kafka.errorNext(new TimeoutException("expired"));
        kafka.completeNext();

        assertThat(exporter.getFinishedSpanItems())
                .extracting(SpanData::getTraceId, span -> span.getStatus().getStatusCode())
                .containsExactly(
                        tuple(TapTrace.of("tap:gate:1").getTraceId(), StatusCode.UNSET),
                        tuple(TapTrace.of("tap:gate:2").getTraceId(), StatusCode.ERROR));
        assertThat(kafka.history())
                .extracting(record -> TapTraces.traceparent(record.headers()))
                .containsExactly(
                        TapTraces.traceparent(TapTrace.of("tap:gate:1")),
                        TapTraces.traceparent(TapTrace.of("tap:gate:2")),
                        null);
    }

    private CompletableFuture<Delivery> publish(Verdict... verdicts) {
        return publisher.publish(GATE, List.of(verdicts), NOW).toCompletableFuture();
    }

    private static Verdict accepted(long sequence) {
        return new Verdict.Accepted(
                new Tap(sequence, NOW, Direction.ENTRY, "code", null, null, null, null),
                sequence + 10,
                new RiderCode(WalletScheme.WEIXIN_PAY, "WEIXIN_PAY:a", NOW, NOW.plusSeconds(60)),
                new Place("MTR:heavy-rail", "MTR:1", null),
                new Verdict.Marks(Duration.ZERO, false, false));
    }

    private static Verdict rejected(long sequence) {
        return new Verdict.Rejected(sequence, sequence + 10, NOW, new RejectReason.CodeIssuerUnknown());
    }
}
