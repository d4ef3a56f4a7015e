package io.baytap.bench;

import io.baytap.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what comes onto topics, committed records only. */
public final class TopicTally implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** How many records, and the bytes of their keys and values, not compressed. */
    public record Tally(long records, long bytes) {

        public int averageBytes() {
            return Math.toIntExact(bytes / records);
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Counts from now on. */
    public TopicTally(String bootstrapServers, List<Topic> topics) {
        var bytes = new ByteArrayDeserializer();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"), bytes, bytes);
        consumer.assign(topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        // Only asking makes it look where the end is.
        consumer.assignment().forEach(consumer::position);
    }

    /** What came since the last call. */
    public Tally next() {
        var ends = consumer.endOffsets(consumer.assignment());
        long count = 0;
        long bytes = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                count++;
                bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
            }
        }
        return new Tally(count, bytes);
    }

    /** How many records the topics have had in all. */
    public long end() {
        return consumer.endOffsets(consumer.assignment()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
