package io.baytap.stack;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.baytap.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts records on topics and reads them back, for tests: events through the registry, or bytes as they are. */
public final class Records implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<SpecificRecord> deserializer = new AvroKafkaDeserializer<>();

    public Records(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        Map<String, Object> registry = Map.of(
                "apicurio.registry.url", registryUrl,
                "apicurio.registry.auto-register", false,
                "apicurio.registry.find-latest", true,
                "apicurio.registry.use-specific-avro-reader", true);
        serializer.configure(registry, false);
        deserializer.configure(registry, false);
    }

    /** Writes each event under its own key and returns when the broker has all of them. */
    public void produce(Topic topic, List<? extends SpecificRecord> events) {
        send(events.stream()
                .map(event -> new ProducerRecord<>(
                        topic.name(),
                        event.get(event.getSchema().getField(topic.key()).pos()).toString(),
                        serializer.serialize(topic.name(), event)))
                .toList());
    }

    /** The event as a record's value. */
    public byte[] bytes(Topic topic, SpecificRecord event) {
        return serializer.serialize(topic.name(), event);
    }

    /** Writes bytes with headers, and returns when the broker has them. */
    public void produceBytes(String topic, String key, byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(List.of(record));
    }

    /** Writes bytes that need not be an event, and returns when the broker has them. */
    public void produceBytes(String topic, String key, byte[] value) {
        send(List.of(new ProducerRecord<>(topic, key, value)));
    }

    /** The committed events of a topic from its beginning, as soon as there are that many. */
    public <T extends SpecificRecord> List<T> consume(Topic topic, Class<T> type, int count, Duration limit) {
        return consume(topic, type, events -> events.size() >= count, limit);
    }

    /**
     * The committed events of a topic from its beginning, as soon as they are enough.
     *
     * @throws AssertionError naming what was read, if they are not enough when the time is up
     */
    public <T extends SpecificRecord> List<T> consume(
            Topic topic, Class<T> type, Predicate<List<T>> enough, Duration limit) {
        return read(
                topic.name(),
                record -> type.cast(deserializer.deserialize(topic.name(), record.value())),
                enough,
                limit);
    }

    /** The committed records of a topic as they are, with keys and headers, from its beginning, as soon as there are that many. */
    public List<ConsumerRecord<String, byte[]>> consumeBytes(String topic, int count, Duration limit) {
        return read(topic, Function.identity(), records -> records.size() >= count, limit);
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.flush();
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (ExecutionException e) {
                throw new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException(e);
            }
        }
    }

    private <T> List<T> read(
            String topic,
            Function<ConsumerRecord<String, byte[]>, T> decode,
            Predicate<List<T>> enough,
            Duration limit) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<T> read = new ArrayList<>();
        long deadline = System.nanoTime() + limit.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            while (!enough.test(read)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "only " + read.size() + " records on " + topic + " after " + limit + ": " + read);
                }
                consumer.poll(POLL).forEach(record -> read.add(decode.apply(record)));
            }
        }
        return read;
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
        deserializer.close();
    }
}
