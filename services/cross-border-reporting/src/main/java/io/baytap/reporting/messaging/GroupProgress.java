package io.baytap.reporting.messaging;

import static java.util.stream.Collectors.toMap;

import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.opendata.LineProgress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far all replicas together have counted a topic: notes where it ends, and waits until the group has committed all that.
 * An offset is committed after what stands before it is in the database.
 */
public final class GroupProgress implements LineProgress {

    /** An answer that takes longer is asked for again at the next look. */
    private static final int ANSWER_MAX_MILLIS = 15_000;

    private final Map<String, Object> broker;
    private final String group;
    private final String topic;
    private @Nullable Mark mark;

    /** @param broker how Kafka is reached */
    public GroupProgress(Map<String, Object> broker, String group, String topic) {
        this.broker = new HashMap<>(broker);
        this.broker.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MAX_MILLIS);
        this.broker.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MAX_MILLIS);
        this.group = group;
        this.topic = topic;
    }

    /** Where the topic ended at a moment. */
    private record Mark(Instant at, Map<TopicPartition, Long> ends) {

        boolean isReached(Map<TopicPartition, OffsetAndMetadata> committed) {
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata reached = committed.get(end.getKey());
                return (reached == null ? 0 : reached.offset()) >= end.getValue();
            });
        }
    }

    @Override
    public synchronized Optional<Instant> countedAsOf(Instant now) {
        try (Admin kafka = Admin.create(broker)) {
            Mark before = mark;
            if (before == null) {
                mark = new Mark(now, ends(kafka));
                return Optional.empty();
            }
            if (!before.isReached(kafka.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get())) {
                return Optional.empty();
            }
            mark = new Mark(now, ends(kafka));
            return Optional.of(before.at());
        } catch (ExecutionException e) {
            throw new ReportsAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportsAway(e);
        }
    }

    private Map<TopicPartition, Long> ends(Admin kafka) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        kafka.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .forEach((name, description) -> description
                        .partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        return kafka
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
