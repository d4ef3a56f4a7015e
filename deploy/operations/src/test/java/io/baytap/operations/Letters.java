package io.baytap.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.DeadLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that a consumer of the line would have parked, and what became of them. */
final class Letters {

    private final String broker;
    private final Topic source;
    private final String consumer;

    Letters(String broker, Topic source, String consumer) {
        this.broker = broker;
        this.source = source;
        this.consumer = consumer;
    }

    String topic() {
        return source.deadLetters(consumer);
    }

    /** The letter of a record that lay there, with a value and a header of its own. */
    ProducerRecord<byte[], byte[]> letter(int partition, long offset, String reason) {
        var record = new ConsumerRecord<>(
                source.name(),
                partition,
                offset,
                "rider".getBytes(UTF_8),
                value(partition, offset).getBytes(UTF_8));
        record.headers().add("traceparent", "00-1".getBytes(UTF_8));
        return DeadLetter.of(record, source, consumer, reason, "a detail");
    }

    static String value(int partition, long offset) {
        return partition + "@" + offset;
    }

    void park(List<ProducerRecord<byte[], byte[]>> letters) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var letter : letters) {
                var _ = producer.send(letter);
            }
        }
    }

    /** A producer in the middle of a transaction. The caller's to end. */
    KafkaProducer<byte[], byte[]> begin(String transactionalId) {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    /** Everything that is committed on the topic which the letters came from, by partition. */
    List<ConsumerRecord<byte[], byte[]>> back() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            IntStream.range(0, source.partitions()).forEach(number -> {
                var partition = new TopicPartition(source.name(), number);
                reader.assign(List.of(partition));
                reader.seekToBeginning(List.of(partition));
                long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                while (reader.position(partition) < end) {
                    reader.poll(Duration.ofMillis(200)).forEach(records::add);
                }
            });
        }
        return records;
    }

    /** Their values. */
    List<String> values() {
        return back().stream().map(each -> new String(each.value(), UTF_8)).toList();
    }
}
