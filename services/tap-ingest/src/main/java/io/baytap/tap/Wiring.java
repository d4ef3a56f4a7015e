package io.baytap.tap;

import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.RegistryLookup;
import io.baytap.schemas.wire.RegistrySettings;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.crypto.Ed25519;
import io.baytap.tap.crypto.SignedCodes;
import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.BatchReader;
import io.baytap.tap.domain.ClockLimits;
import io.baytap.tap.domain.DenyList;
import io.baytap.tap.domain.GateBook;
import io.baytap.tap.domain.GateClock;
import io.baytap.tap.domain.GateDesk;
import io.baytap.tap.domain.Gatekeeper;
import io.baytap.tap.domain.Intake;
import io.baytap.tap.domain.IntakeLimits;
import io.baytap.tap.domain.PublicKeys;
import io.baytap.tap.domain.TapDesk;
import io.baytap.tap.domain.TapJudge;
import io.baytap.tap.domain.TapLimits;
import io.baytap.tap.json.JsonBatches;
import io.baytap.tap.memory.RecentTaps;
import io.baytap.tap.messaging.AvroBatches;
import io.baytap.tap.messaging.KafkaSettings;
import io.baytap.tap.messaging.ReferenceMeters;
import io.baytap.tap.messaging.ReferenceReader;
import io.baytap.tap.messaging.References;
import io.baytap.tap.messaging.TapPublisher;
import io.baytap.tap.messaging.TapSpans;
import io.baytap.tap.metrics.CountedIntake;
import io.baytap.tap.rest.DenialResource;
import io.baytap.tap.rest.GateProofs;
import io.baytap.tap.rest.RegistryToken;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the rooms together; with {@link Doors} the only class that knows them all. */
@Singleton
final class Wiring {

    private static final Duration PRODUCER_CLOSE_MAX = Duration.ofSeconds(2);

    private final TapConfig config;

    Wiring(TapConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Producer<byte[], byte[]> producer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry meters) {
        SettingsCheck.check(config, ConfigUtils.isProfileActive("prod"));
        var producer = new KafkaProducer<>(
                KafkaSettings.producer(kafka, config.deliveryTimeout(), config.linger()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        new KafkaClientMetrics(producer).bindTo(meters);
        return producer;
    }

    void close(@Disposes Producer<byte[], byte[]> producer) {
        producer.close(PRODUCER_CLOSE_MAX);
    }

    @Produces
    @Singleton
    SchemaLookup schemas(Config settings, Vertx vertx) {
        return new RegistryLookup(RegistrySettings.read(name -> settings.getOptionalValue(name, String.class)), vertx);
    }

    @Produces
    @Singleton
    TapTraces traces(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off,
            @ConfigProperty(name = "baytap.traces.ratio") double ratio) {
        return TapTraces.of(telemetry, off, ratio);
    }

    @Produces
    @Singleton
    IdGenerator traceIds() {
        return TapSpans.ids();
    }

    @Produces
    @Singleton
    References references(SchemaLookup schemas, GateBook book, DenyList denials) {
        return new References(publicKeys(), schemas, book, denials);
    }

    @Produces
    @Singleton
    DenyList denyList() {
        return new DenyList(config.denyList().liftedMax());
    }

    @Produces
    @Singleton
    DenialResource.WaitLimits waitLimits() {
        return new DenialResource.WaitLimits(
                config.denyList().waitMax(), config.denyList().waitingMax());
    }

    @Produces
    @Singleton
    GateBook gateBook(MeterRegistry meters) {
        var clocks = config.gateClocks();
        var book = new GateBook(
                config.owedRangesMax(),
                new ClockLimits(clocks.window(), clocks.batchesMin(), clocks.driftMin(), clocks.correctionMax()));
        meters.gauge("tap.gates.owing", book, gates -> gates.owing().size());
        meters.more().counter("tap.gaps.forgotten", List.of(), book, GateBook::forgotten);
        return book;
    }

    @Produces
    @Singleton
    PublicKeys publicKeys() {
        return new Ed25519()::publicKey;
    }

    @Produces
    @Singleton
    RegistryToken registryToken() {
        return new RegistryToken(config.registryToken(), config.readerToken());
    }

    @Produces
    @Singleton
    GateDesk gateDesk(
            References references, ReferenceReader reader, Producer<byte[], byte[]> producer, SchemaLookup schemas) {
        return new GateDesk(
                references.registers().gates(),
                references.gateLine(producer, schemas),
                reader::ready,
                config.keyOverlapMax());
    }

    @Produces
    @Singleton
    ReferenceReader reader(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Producer<byte[], byte[]> producer,
            SchemaLookup schemas,
            References references,
            ReferenceMeters meters) {
        var settings = KafkaSettings.consumer(kafka);
        return new ReferenceReader(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                producer,
                schemas,
                references,
                meters);
    }

    @Produces
    @Singleton
    ReferenceMeters referenceMeters(MeterRegistry meters, References references) {
        return new ReferenceMeters(meters, references);
    }

    @Produces
    @Singleton
    IntakeLimits intakeLimits() {
        return new IntakeLimits(
                config.batchMax(),
                Math.toIntExact(config.bodyMax().asLongValue()),
                config.inFlightTapsMax(),
                Math.toIntExact(config.inFlightBodiesMax().asLongValue()),
                config.retryAfter());
    }

    @Produces
    @Singleton
    Gatekeeper gatekeeper(References references) {
        return new Gatekeeper(references.registers().gates(), new Ed25519(), clock(), limits());
    }

    @Produces
    @Singleton
    GateProofs gateProofs(Gatekeeper gatekeeper, ReferenceReader reader) {
        return new GateProofs(gatekeeper, reader::ready, intakeLimits());
    }

    @Produces
    @Singleton
    @Typed(TapDesk.class)
    TapDesk desk(
            Gatekeeper gatekeeper,
            References references,
            ReferenceReader reader,
            Producer<byte[], byte[]> producer,
            SchemaLookup schemas,
            GateBook book,
            TapTraces traces) {
        var registers = references.registers();
        var memory = new RecentTaps(config.duplicatesMax());
        var pseudonyms = PseudonymSettings.read(config.pseudonymKeys(), ConfigUtils.isProfileActive("prod"));
        var codes = new SignedCodes(registers.issuers(), pseudonyms, config.codesMax());
        return new TapDesk(
                gatekeeper,
                batches(schemas),
                new TapDesk.Judgement(
                        new TapJudge(registers, codes, memory, limits()),
                        new TapPublisher(producer, schemas, memory, new TapSpans(traces)),
                        book),
                reader::ready,
                intakeLimits());
    }

    @Produces
    @Singleton
    Intake intake(TapDesk desk, MeterRegistry meters) {
        meters.gauge("tap.in.flight", desk, TapDesk::tapsInFlight);
        return new CountedIntake(desk, meters);
    }

    private BatchReader batches(SchemaLookup schemas) {
        var json = new JsonBatches(config.batchMax());
        var avro = new AvroBatches(schemas, config.batchMax());
        return (format, body, gateId) -> (format == BatchFormat.AVRO ? avro : json).read(format, body, gateId);
    }

    private TapLimits limits() {
        return new TapLimits(
                config.lateAfter(),
                config.tooOldAfter(),
                config.aheadMax(),
                config.codeEarlyMax(),
                config.sentAtSkewMax());
    }

    private GateClock clock() {
        return switch (config.clock()) {
            case SYSTEM -> {
                Clock system = Clock.systemUTC();
                yield _ -> system.instant();
            }
            case REPLAY -> GateClock.REPLAY;
        };
    }
}
