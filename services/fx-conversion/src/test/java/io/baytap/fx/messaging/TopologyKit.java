package io.baytap.fx.messaging;

import static io.baytap.fx.domain.PublishedRates.HKD;

import io.baytap.fx.domain.DeskBook;
import io.baytap.fx.domain.ExposureLimits;
import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RateBook;
import io.baytap.fx.domain.RatePolicies;
import io.baytap.fx.domain.Spreads;
import io.baytap.fx.domain.TradingDay;
import io.baytap.schemas.BankCalendar;
import io.baytap.schemas.Money;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.traces.TapTraces;
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
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology without a broker: fares and rates in, what comes of them out. */
final class TopologyKit implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-04-10T02:00:00Z");
    static final int RELEASE_MAX = 10;

    /** Dealt at 18:00; closed on weekends alone. */
    private static final TradingDay TRADING_DAY =
            new TradingDay(LocalTime.of(18, 0), new BankCalendar("weekdays", Set.of()));

    private static final ExposureLimits LIMITS = new ExposureLimits(Map.of(HKD, new Money(10_000, HKD)));
    private static final Duration RELEASE_INTERVAL = Duration.ofMillis(200);

    final FakeRegistry registry = new FakeRegistry();
    final PartitionLeadership leadership = new PartitionLeadership();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final DeskBook desk = new DeskBook();
    private final RateBook book = new RateBook(Duration.ofDays(5), List.of());
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> fares;
    private final TestInputTopic<byte[], byte[]> rates;
    private final EventWriter<FareAssessed> fareWriter;
    private final EventWriter<FxRate> rateWriter;

    TopologyKit() {
        this(new RatePolicies(Map.of()));
    }

    TopologyKit(RatePolicies policies) {
        this(policies, TapTraces.OFF);
    }

    TopologyKit(RatePolicies policies, TapTraces traces) {
        var settings = new ConversionSettings(
                new Spreads(50, Map.of()),
                policies,
                RELEASE_INTERVAL,
                RELEASE_MAX,
                Duration.ofDays(31),
                TRADING_DAY,
                LIMITS);
        var parts = new ConversionParts(
                book,
                new RateFeed(book, registry, new Backoff()),
                new DeskFeed(desk, registry, new Backoff()),
                registry,
                new FareMeter(meters),
                traces,
                leadership,
                settings);
        driver = new TopologyTestDriver(new ConversionTopology(parts).build(), properties(), NOW);
        fares = driver.createInputTopic(
                Topics.FARES_ASSESSED.name(), new ByteArraySerializer(), new ByteArraySerializer());
        rates = driver.createInputTopic(Topics.FX_RATES.name(), new ByteArraySerializer(), new ByteArraySerializer());
        fareWriter = new EventWriter<>(Topics.FARES_ASSESSED, FareAssessed.class, registry);
        rateWriter = new EventWriter<>(Topics.FX_RATES, FxRate.class, registry);
    }

    void fare(FareAssessed fare) {
        rawFare(fare.getRiderId(), fareWriter.write(fare));
    }

    /** A fare whose record has that trace context. */
    void fare(FareAssessed fare, String traceparent) {
        var headers = new RecordHeaders().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        fares.pipeInput(
                new TestRecord<>(fare.getRiderId().getBytes(StandardCharsets.UTF_8), fareWriter.write(fare), headers));
    }

    void rawFare(String key, byte[] value) {
        fares.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
    }

    byte[] bytes(FareAssessed fare) {
        return fareWriter.write(fare);
    }

    void rates(List<Rate> published) {
        for (Rate rate : published) {
            rates.pipeInput(RateMapper.keyOf(rate), rateWriter.write(RateMapper.toEvent(rate)));
        }
    }

    void rawRate(String key, byte @Nullable [] value) {
        rates.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Lets the waiting fares have their next rounds. */
    void rounds(int count) {
        for (int i = 0; i < count; i++) {
            driver.advanceWallClockTime(RELEASE_INTERVAL);
        }
    }

    /** Lets so many seconds pass, for the exposures to reach the desk. */
    void seconds(int count) {
        for (int i = 0; i < count; i++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    /** A fare that was assessed at that time. */
    void fareAt(FareAssessed fare, Instant assessedAt) {
        fares.pipeInput(fare.getRiderId().getBytes(StandardCharsets.UTF_8), fareWriter.write(fare), assessedAt);
    }

    void withdraw(List<Rate> published) {
        published.forEach(rate -> rawRate(rate.id(), null));
    }

    /** The converted fares since the last call. */
    List<FareConverted> converted() {
        return events(Topics.FARES_CONVERTED, FareConverted.class);
    }

    /** The trace contexts of the converted fares since the last call; null for one that has none. */
    List<@Nullable String> convertedTraces() {
        return output(Topics.FARES_CONVERTED.name()).stream()
                .<@Nullable String>map(record -> TapTraces.traceparent(record.headers()))
                .toList();
    }

    /** The events of a topic since the last call. */
    <T extends SpecificRecord> List<T> events(Topic topic, Class<T> type) {
        var reader = new EventReader<>(type, registry);
        return output(topic.name()).stream()
                .map(record -> ((Reading.Event<T>) reader.read(record.value())).event())
                .toList();
    }

    /** The records parked since the last call. */
    List<TestRecord<byte[], byte[]>> parked(Topic topic) {
        return output(topic.deadLetters(ConversionTopology.SERVICE));
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    double waiting() {
        return meters.get("fx.fares.waiting").gauge().value();
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
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "fx-conversion-test");
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
