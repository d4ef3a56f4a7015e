package io.baytap.local.events;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.RegistryLookup;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows every topic of the line from its beginning, committed records only, and knows who has read how far. */
public final class LineReader implements AutoCloseable {

    /** The topics whose records must have been taken by all their consumers before the line is dry. */
    private static final List<Topic> LINE = List.of(
            Topics.TAPS_ACCEPTED,
            Topics.TAPS_REJECTED,
            Topics.FARES_ASSESSED,
            Topics.FARES_CONVERTED,
            Topics.SETTLEMENTS_POSTED,
            Topics.CHARGES_SETTLED,
            Topics.CHARGES_DECLINED,
            Topics.CHARGES_REFUNDED,
            Topics.SETTLEMENTS_BATCHES);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Vertx vertx = Vertx.vertx();
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final LineEvents events;
    private final Set<TopicPartition> partitions;
    private final Map<TopicPartition, Long> nextAfterLast = new HashMap<>();

    public LineReader(String bootstrapServers, String registryUrl) {
        admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        events = LineEvents.empty(new RegistryLookup(registryUrl, vertx));
        partitions = Stream.concat(LINE.stream(), Topics.deadLetters().stream())
                .flatMap(topic -> Stream.iterate(0, partition -> partition < topic.partitions(), next -> next + 1)
                        .map(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toUnmodifiableSet());
        consumer.assign(partitions);
    }

    /** What was read so far. */
    public LineEvents events() {
        return events;
    }

    /** Where the topics end now, open transactions included. */
    public Map<TopicPartition, Long> ends() {
        return answer(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** Reads what can be read. Whether that was everything up to those ends: not while a transaction is open. */
    public boolean readTo(Map<TopicPartition, Long> ends) {
        while (true) {
            var records = consumer.poll(POLL);
            records.forEach(record -> {
                events.add(record);
                nextAfterLast.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            });
            if (records.isEmpty()) {
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
    }

    /** Consumers that have not taken everything that was read so far, with topic and number of records at least. */
    public List<String> behind() {
        Set<String> behind = new HashSet<>();
        for (String consumerName : consumers()) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(consumerName);
            for (Topic topic : LINE) {
                if (topic.consumers().contains(consumerName)) {
                    long missing = missing(topic, committed);
                    if (missing > 0) {
                        behind.add(consumerName + " " + topic.name() + " " + missing);
                    }
                }
            }
        }
        return behind.stream().sorted().toList();
    }

    /** Whether a consumer has taken a topic up to those ends; for topics without transactions. Safe for other threads. */
    public boolean hasTaken(String consumerName, Topic topic, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(consumerName);
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic.name()))
                .allMatch(end -> {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    return end.getValue() <= (offset == null ? 0 : offset.offset());
                });
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private long missing(Topic topic, Map<TopicPartition, OffsetAndMetadata> committed) {
        return nextAfterLast.entrySet().stream()
                .filter(next -> next.getKey().topic().equals(topic.name()))
                .mapToLong(next -> {
                    OffsetAndMetadata offset = committed.get(next.getKey());
                    return Math.max(0, next.getValue() - (offset == null ? 0 : offset.offset()));
                })
                .sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                new HashMap<>(answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
        committed.values().removeIf(offset -> offset == null);
        return committed;
    }

    private static Collection<String> consumers() {
        return LINE.stream().flatMap(topic -> topic.consumers().stream()).collect(Collectors.toSet());
    }

    private static <T> T answer(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
