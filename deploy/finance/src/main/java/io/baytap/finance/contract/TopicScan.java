package io.baytap.finance.contract;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.SchemaLookup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to where they end now, without a group: nobody's offsets move. */
final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SchemaLookup schemas;

    /** @param client settings of the cluster's own, like how to log in; what the scan depends on is set over them */
    TopicScan(String broker, Map<String, Object> client, SchemaLookup schemas) {
        this.schemas = schemas;
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether nothing was deleted from the topics yet; compacted ones do not count. */
    boolean isWhole(List<Topic> topics) {
        return topics.stream()
                .filter(topic -> topic.retention() != null)
                .allMatch(topic -> consumer.beginningOffsets(partitions(topic)).values().stream()
                        .allMatch(offset -> offset == 0));
    }

    /** Reads one topic. */
    <T extends SpecificRecord> void read(Topic topic, Class<T> type, Consumer<Seen> events, Consumer<Broken> broken) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var reader = new EventReader<>(type, schemas);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                String place = topic.name() + "-" + record.partition() + "@" + record.offset();
                switch (reader.read(record.value())) {
                    case Reading.Event<T>(T event) ->
                        events.accept(new Seen(topic, record.partition(), record.offset(), key(record), event));
                    case Reading.Unreadable<T>(Reading.Cause cause, String detail) ->
                        broken.accept(new Broken(Broken.Kind.READABLE, place, cause + ": " + detail));
                }
            }
        }
    }

    private List<TopicPartition> partitions(Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
