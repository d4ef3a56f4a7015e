package io.baytap.wallet.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.wallet.Fares;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Ledger;
import io.baytap.wallet.domain.Posting;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class FareHandlerTest {

    private static final SchemaLookup REGISTRY = new FakeRegistry(false);
    private static final Instant NOW = Instant.parse("2026-04-09T01:31:00Z");
    private static final String RIDER = "WEIXIN_PAY:a";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    /** Books everything on one day. */
    private static final class Everything implements Ledger {

        private final List<Conversion> posted = new ArrayList<>();

        @Override
        public Posted post(List<Conversion> batch) {
            posted.addAll(batch);
            return new Posted(batch.stream().collect(Collectors.toMap(Conversion::id, _ -> Fares.DAY)), Set.of());
        }

        @Override
        public Set<Journal> book(List<Journal> batch) {
            return Set.of();
        }

        @Override
        public Optional<Journal> find(String journalId) {
            return Optional.empty();
        }

        @Override
        public List<Posting> balances() {
            return List.of();
        }
    }

    @Test
    void howLongAFareTookIsMeasuredFromWhenItWasAssessed() {
        var metrics = new SimpleMeterRegistry();
        var handler = new FareHandler(
                new Clients(), new Everything(), InstantSource.fixed(NOW), metrics, new WalletSpans(TapTraces.OFF));

        var outputs = handler.handle(List.of(
                record(1, NOW.minusSeconds(2)), record(2, NOW.minusSeconds(40)), record(3, NOW.plusSeconds(9))));

        assertThat(outputs).hasSize(3);
        HistogramSnapshot delay = metrics.get("wallet.delay").timer().takeSnapshot();
        assertThat(delay.count()).isEqualTo(3);
        assertThat(delay.total(TimeUnit.SECONDS)).isEqualTo(42); // a clock that is ahead is no negative delay
        assertThat(delay.histogramCounts())
                .filteredOn(bucket -> bucket.bucket(TimeUnit.SECONDS) == 5)
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.count()).isEqualTo(2));
        assertThat(metrics.get("wallet.fares.posted").counter().count()).isEqualTo(3);
    }

    @Test
    void aTracedFareIsBookedAndToldWithItsTraceAndTheOthersWithout() {
        var exporter = InMemorySpanExporter.create();
        var traces = TapTraces.of(
                OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                                .build())
                        .build(),
                false,
                0);
        var ledger = new Everything();
        var handler = new FareHandler(
                new Clients(), ledger, InstantSource.fixed(NOW), new SimpleMeterRegistry(), new WalletSpans(traces));
        var traced = record(2, NOW);
        traced.headers().add("traceparent", ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));

        var outputs = handler.handle(List.of(record(1, NOW), traced));

        assertThat(exporter.getFinishedSpanItems()).singleElement().satisfies(span -> {
            String context = TapTraces.traceparent(span.getSpanContext());
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
            assertThat(span.getAttributes().asMap().values()).doesNotContain(RIDER);
            assertThat(outputs)
                    .extracting(output -> TapTraces.traceparent(output.headers()))
                    .containsExactly(null, context);
            assertThat(ledger.posted).extracting(Conversion::traceparent).containsExactly(null, context);
        });
    }

    private static ConsumerRecord<byte[], byte[]> record(int revision, Instant assessedAt) {
        byte[] value = new EventWriter<>(Topics.FARES_CONVERTED, FareConverted.class, REGISTRY)
                .write(Fares.fare(RIDER, revision, 1000, 930, 5));
        byte[] key = RIDER.getBytes(UTF_8);
        return new ConsumerRecord<>(
                Topics.FARES_CONVERTED.name(),
                0,
                revision,
                assessedAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    /** With a registry in memory; no broker is asked. */
    private static final class Clients extends KafkaClients {

        Clients() {
            super(new Settings(Map.of(), "test", 100, Duration.ofMillis(20)), REGISTRY);
        }
    }
}
