package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.baytap.schemas.Topic;
import io.baytap.stack.EmbeddedStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The other services of the line, as far as a test needs them: they write events, and someone reads dead letters. */
final class Line implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final String bootstrapServers;

    Line(EmbeddedStack stack) {
        bootstrapServers = stack.bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        serializer.configure(
                Map.of(
                        "apicurio.registry.url", stack.registryUrl(),
                        "apicurio.registry.auto-register", "false",
                        "apicurio.registry.find-latest", "true"),
                false);
    }

    /** The bytes on the wire. */
    byte[] encode(Topic topic, SpecificRecord event) {
        return serializer.serialize(topic.name(), event);
    }

    /** Returns when Kafka has all of them. */
    void send(Topic topic, List<? extends SpecificRecord> events) {
        write(events.stream().map(event -> record(topic, event)).toList());
    }

    void send(Topic topic, SpecificRecord event) {
        send(topic, List.of(event));
    }

    /** Bytes as they are. */
    void sendRaw(Topic topic, byte[] key, byte @Nullable [] value) {
        write(List.of(new ProducerRecord<>(topic.name(), key, value)));
    }

    /** Everything in the dead letters of that topic. */
    List<ConsumerRecord<byte[], byte[]>> deadLetters(Topic topic) {
        var partition = new TopicPartition(topic.deadLetters("cross-border-reporting"), 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            }
            return letters;
        }
    }

    private ProducerRecord<byte[], byte[]> record(Topic topic, SpecificRecord event) {
        String key =
                String.valueOf(event.get(event.getSchema().getField(topic.key()).pos()));
        return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), encode(topic, event));
    }

    private void write(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.flush();
        for (Future<RecordMetadata> answer : sent) {
            assertThat(answer).succeedsWithin(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
