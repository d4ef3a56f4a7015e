package io.baytap.wallet.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning for tests: events as the line reads them, or records as they are. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final KafkaClients clients;

    public TopicReader(String bootstrapServers, KafkaClients clients) {
        this.bootstrapServers = bootstrapServers;
        this.clients = clients;
    }

    /** The events that fit, as soon as there are that many. */
    public <T extends SpecificRecord> List<T> await(
            Topic topic, Class<T> type, Predicate<T> fits, int count, Duration limit) {
        var events = new EventReader<>(type, clients.schemas());
        List<T> fitting = new ArrayList<>();
        read(topic.name(), limit, record -> {
            T event = switch (events.read(record.value())) {
                case Reading.Event<T>(T read) -> read;
                case Reading.Unreadable<T> unreadable -> throw new AssertionError(unreadable);
            };
            if (fits.test(event)) {
                fitting.add(event);
            }
            return fitting.size() >= count;
        });
        return fitting;
    }

    /** The records with a key, as soon as there are that many. */
    public List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, String key, int count, Duration limit) {
        List<ConsumerRecord<byte[], byte[]>> fitting = new ArrayList<>();
        read(topic, limit, record -> {
            if (new String(record.key(), StandardCharsets.UTF_8).equals(key)) {
                fitting.add(record);
            }
            return fitting.size() >= count;
        });
        return fitting;
    }

    private void read(String topic, Duration limit, Predicate<ConsumerRecord<byte[], byte[]>> takeUntil) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        long deadline = System.nanoTime() + limit.toNanos();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            boolean done = false;
            while (!done) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not what was expected on " + topic + " after " + limit);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    done |= takeUntil.test(record);
                }
            }
        }
    }
}
