package io.baytap.local.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Looks into every record of every topic, the broker's own and those of aborted transactions as well: key, value and headers, as bytes. */
public final class TopicSearch {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final Findings findings;
    private long records;

    public TopicSearch(String bootstrapServers, Findings findings) {
        this.bootstrapServers = bootstrapServers;
        this.findings = findings;
    }

    /**
     * Looks into all of them.
     *
     * @return the topics' names
     * @throws IllegalStateException if a topic cannot be read to its end
     */
    public Set<String> run() {
        Set<String> topics = topics();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = new ArrayList<>();
            topics.forEach(topic -> consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + IDLE_MAX.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var polled = consumer.poll(POLL);
                polled.forEach(this::look);
                if (!polled.isEmpty()) {
                    deadline = System.nanoTime() + IDLE_MAX.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the topics cannot be read to their ends");
                }
            }
        }
        return topics;
    }

    /** How many were looked into. */
    public long records() {
        return records;
    }

    private void look(ConsumerRecord<byte[], byte[]> record) {
        records++;
        String place = "topic " + record.topic() + ", a record's ";
        look(place + "key", record.key());
        look(place + "value", record.value());
        for (Header header : record.headers()) {
            look(place + "header", header.key().getBytes(StandardCharsets.UTF_8));
            look(place + "header", header.value());
        }
    }

    private void look(String place, byte @Nullable [] content) {
        if (content != null) {
            findings.look(place, content);
        }
    }

    private Set<String> topics() {
        try (var admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return new TreeSet<>(admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get());
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_uncommitted",
                        ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
