package io.baytap.fare.messaging;

import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.tariff.TestTariffs;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology without a broker: taps in, what comes of them out; a replay's clock. */
final class TopologyKit implements AutoCloseable {

    static final String RIDER = "WEIXIN_PAY:a7";
    static final Instant START = Instant.parse("2026-04-09T00:00:00Z");
    static final Duration CAUGHT_UP_AFTER = Duration.ofSeconds(3);

    final FakeRegistry registry = new FakeRegistry();
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> taps;
    private final TestInputTopic<byte[], byte[]> ticks;
    private final EventWriter<TapAccepted> tapWriter;
    private final EventWriter<ReplayTick> tickWriter;

    TopologyKit() {
        this(TapTraces.OFF);
    }

    TopologyKit(TapTraces traces) {
        var tariffs = TestTariffs.all();
        var parts = new FareParts(
                () -> Rulebook.of(tariffs),
                new FxRates(Duration.ofDays(5), new Backoff()),
                registry,
                new ReplayClock(new Backoff()),
                new FareMeter(meters),
                traces,
                Duration.ofDays(8),
                CAUGHT_UP_AFTER,
                Duration.ofSeconds(1));
        driver = new TopologyTestDriver(new FareTopology(parts).build(), properties(), START);
        taps = driver.createInputTopic(
                Topics.TAPS_ACCEPTED.name(), new ByteArraySerializer(), new ByteArraySerializer());
        ticks = driver.createInputTopic(
                Topics.REPLAY_TICKS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        tapWriter = new EventWriter<>(Topics.TAPS_ACCEPTED, TapAccepted.class, registry);
        tickWriter = new EventWriter<>(Topics.REPLAY_TICKS, ReplayTick.class, registry);
    }

    /** A tap at an MTR station, received a second later. */
    static TapAccepted tap(String gate, long sequence, String time, TapDirection direction, String stop) {
        Instant at = Instant.parse("2026-04-09T" + time + "Z");
        return TapAccepted.newBuilder()
                .setEventId("tap:" + gate + ":" + sequence)
                .setOccurredAt(at)
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setGateId(gate)
                .setSequence(sequence)
                .setOperatorId("MTR")
                .setRouteId("MTR:heavy-rail")
                .setStopId(stop)
                .setDirection(direction)
                .setReceivedAt(at.plusSeconds(1))
                .setLate(false)
                .build();
    }

    void tap(TapAccepted tap) {
        rawTap(tap.getRiderId(), tapWriter.write(tap));
    }

    /** A tap whose record has that trace context. */
    void tap(TapAccepted tap, String traceparent) {
        var headers = new RecordHeaders().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        taps.pipeInput(
                new TestRecord<>(tap.getRiderId().getBytes(StandardCharsets.UTF_8), tapWriter.write(tap), headers));
    }

    /** A tap that was written to its topic at that time of the wall's clock. */
    void tap(TapAccepted tap, Instant writtenAt) {
        taps.pipeInput(tap.getRiderId().getBytes(StandardCharsets.UTF_8), tapWriter.write(tap), writtenAt);
    }

    void rawTap(String key, byte[] value) {
        taps.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
    }

    byte[] bytes(TapAccepted tap) {
        return tapWriter.write(tap);
    }

    void tick(String time) {
        Instant at = Instant.parse("2026-04-09T" + time + "Z");
        tick(at);
    }

    void tick(Instant at) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        ticks.pipeInput(
                "line".getBytes(StandardCharsets.UTF_8),
                tickWriter.write(new ReplayTick("tick:line:" + micros, at, "line")));
    }

    void rawTick(byte[] value) {
        ticks.pipeInput("line".getBytes(StandardCharsets.UTF_8), value);
    }

    /** Lets time go by on the wall; a replay's clock stands. */
    void idle(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** The fares since the last call. */
    List<FareAssessed> fares() {
        var reader = new EventReader<>(FareAssessed.class, registry);
        return output(Topics.FARES_ASSESSED.name()).stream()
                .map(record -> ((Reading.Event<FareAssessed>) reader.read(record.value())).event())
                .toList();
    }

    /** The trace contexts of the fares since the last call; null for one that has none. */
    List<@Nullable String> fareTraces() {
        return output(Topics.FARES_ASSESSED.name()).stream()
                .<@Nullable String>map(record -> TapTraces.traceparent(record.headers()))
                .toList();
    }

    /** The taps parked since the last call. */
    List<TestRecord<byte[], byte[]>> parked() {
        return output(Topics.TAPS_ACCEPTED.deadLetters(FareTopology.SERVICE));
    }

    List<TestRecord<byte[], byte[]>> parkedTicks() {
        return output(Topics.REPLAY_TICKS.deadLetters(FareTopology.SERVICE));
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    double count(String outcome) {
        return meters.get("fare.taps").tag("outcome", outcome).counter().count();
    }

    /** Entries in a store. */
    int size(String store) {
        int size = 0;
        try (KeyValueIterator<Object, Object> all =
                driver.getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                all.next();
                size++;
            }
        }
        return size;
    }

    @Override
    public void close() {
        driver.close();
    }

    private List<TestRecord<byte[], byte[]>> output(String topic) {
        TestOutputTopic<byte[], byte[]> out =
                driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return out.readRecordsToList();
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "fare-calculation-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory().toString());
        return properties;
    }

    private static Path stateDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "topology-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
