package io.baytap.sandbox.reference;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.baytap.sandbox.conformance.KitTap;
import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.network.v1.Route;
import io.baytap.schemas.network.v1.TransportMode;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.taps.v1.PresentedTap;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.taps.v1.TapsPresented;
import io.baytap.schemas.wallets.v1.Issuer;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics of a gate that writes to Kafka itself, and what such a gate's operator registers. Not safe for several threads. */
public final class GateTopics implements AutoCloseable {

    private static final String DEAD_LETTERS = Topics.TAPS_PRESENTED.deadLetters("tap-ingest");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration VERDICT_MAX = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<SpecificRecord> deserializer = new AvroKafkaDeserializer<>();
    private final List<TopicPartition> partitions;

    /** Connects; verdicts are read from now on. */
    public GateTopics(String kafka, String registryUrl) {
        Map<String, Object> registry = Map.of(
                "apicurio.registry.url", registryUrl,
                "apicurio.registry.auto-register", false,
                "apicurio.registry.find-latest", true,
                "apicurio.registry.use-specific-avro-reader", true);
        serializer.configure(registry, false);
        deserializer.configure(registry, false);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = Stream.of(Topics.TAPS_ACCEPTED.name(), Topics.TAPS_REJECTED.name(), DEAD_LETTERS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** A batch as {@code TapsPresented}: the registry's id and Avro. */
    public byte[] encode(String gateId, Instant sentAt, List<KitTap> taps) {
        return serializer.serialize(
                Topics.TAPS_PRESENTED.name(),
                new TapsPresented(
                        "taps:" + gateId + ":"
                                + (taps.isEmpty() ? 0 : taps.getFirst().sequence()),
                        sentAt.truncatedTo(ChronoUnit.MICROS),
                        gateId,
                        taps.stream().map(GateTopics::toEvent).toList()));
    }

    /** What a gate writes: the body, and beside it when it was sent and the signature. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    public record Presented(String gateId, String sentAt, String signature, byte[] body, List<Long> sequences) {}

    /**
     * Writes a batch and a second one, whose only tap is a good one, and reads what becomes of the first until the second is through: a
     * tap that was accepted before leaves no trace of its own.
     *
     * @return a text per tap; or one for the batch, if it was parked
     */
    public List<String> present(Presented batch, Presented fence) {
        RecordMetadata written = write(batch);
        var _ = write(fence);
        Map<Long, String> verdicts = new HashMap<>();
        long deadline = System.nanoTime() + VERDICT_MAX.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.topic().equals(DEAD_LETTERS) && isOf(written, record)) {
                    return List.of("REFUSED " + header(record, "baytap.reason"));
                }
                read(record, batch.gateId(), verdicts);
            }
            if (verdicts.containsKey(fence.sequences().getFirst())) {
                return texts(batch, verdicts);
            }
        }
        return List.of("no verdict on Kafka within " + VERDICT_MAX.toSeconds() + " s");
    }

    /** A railway with two stops. */
    public void route(String routeId, String operatorId, List<String> stopIds) {
        Instant now = now();
        write(
                Topics.NETWORK_ROUTES,
                routeId,
                new Route("route:" + routeId + ":" + now, now, routeId, operatorId, TransportMode.RAIL, stopIds));
    }

    /** Who signs the kit's rider codes. */
    public void issuer(CodeIssuer issuer) {
        Instant now = now();
        write(
                Topics.WALLETS_ISSUERS,
                issuer.issuerId(),
                new Issuer(
                        "issuer:" + issuer.issuerId() + ":" + now,
                        now,
                        issuer.issuerId(),
                        WalletScheme.valueOf(issuer.scheme().name()),
                        ByteBuffer.wrap(issuer.key().publicKey())));
    }

    /** The rider may not tap any more since then. */
    public void deny(String riderId, Instant since) {
        write(
                Topics.RIDERS_DENIED,
                riderId,
                new RiderDenied(
                        "denial:" + riderId, since.truncatedTo(ChronoUnit.MICROS), riderId, true, "CONFORMANCE"));
    }

    private List<String> texts(Presented batch, Map<Long, String> verdicts) {
        // What was acknowledged before the fence is there, but perhaps on a partition that was not fetched yet.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> read(record, batch.gateId(), verdicts));
        }
        return batch.sequences().stream()
                .map(sequence -> verdicts.getOrDefault(sequence, "DUPLICATE"))
                .toList();
    }

    private void read(ConsumerRecord<String, byte[]> record, String gateId, Map<Long, String> verdicts) {
        if (record.topic().equals(DEAD_LETTERS)) {
            return;
        }
        switch (deserializer.deserialize(record.topic(), record.value())) {
            case TapAccepted tap
            when tap.getGateId().equals(gateId) -> verdicts.put(tap.getSequence(), tap.getLate() ? "LATE" : "ACCEPTED");
            case TapRejected tap
            when tap.getGateId().equals(gateId) -> verdicts.put(tap.getSequence(), "REJECTED " + tap.getReason());
            default -> {}
        }
    }

    /** A dead letter says where the batch lies, and nothing of what the gate sent. */
    private static boolean isOf(RecordMetadata written, ConsumerRecord<String, byte[]> letter) {
        return Integer.toString(written.partition()).equals(header(letter, "baytap.partition"))
                && Long.toString(written.offset()).equals(header(letter, "baytap.offset"));
    }

    private RecordMetadata write(Presented batch) {
        var record = new ProducerRecord<>(Topics.TAPS_PRESENTED.name(), batch.gateId(), batch.body());
        Map.of("Baytap-Sent-At", batch.sentAt(), "Baytap-Signature", batch.signature())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return send(record);
    }

    private void write(Topic topic, String key, SpecificRecord event) {
        var _ = send(new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), event)));
    }

    private RecordMetadata send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private static PresentedTap toEvent(KitTap tap) {
        return new PresentedTap(
                tap.sequence(),
                tap.occurredAt(),
                tap.entry() ? TapDirection.ENTRY : TapDirection.EXIT,
                tap.riderCode(),
                tap.routeId(),
                tap.stopId(),
                tap.deck(),
                tap.denyListVersion());
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        serializer.close();
        deserializer.close();
    }
}
