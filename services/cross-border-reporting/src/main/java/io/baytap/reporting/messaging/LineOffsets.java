package io.baytap.reporting.messaging;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the partitions of the line began and ended at a moment, and how far each group had read.
 *
 * @param ends up to which what is committed can be read
 * @param committed by group
 */
record LineOffsets(
        Map<TopicPartition, Long> begins,
        Map<TopicPartition, Long> ends,
        Map<String, Map<TopicPartition, Long>> committed) {

    static LineOffsets read(Admin kafka, Collection<String> topics, Collection<String> groups)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = kafka.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        // What was read is looked at first: it is never beyond what there is.
        Map<String, Map<TopicPartition, Long>> committed = committed(kafka, partitions, groups);
        return new LineOffsets(
                offsets(kafka, partitions, OffsetSpec::earliest),
                offsets(kafka, partitions, OffsetSpec::latest),
                committed);
    }

    /** Of these partitions alone: a group may have internal topics, which are nobody else's to see. */
    private static Map<String, Map<TopicPartition, Long>> committed(
            Admin kafka, List<TopicPartition> partitions, Collection<String> groups)
            throws ExecutionException, InterruptedException {
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        kafka.listConsumerGroupOffsets(groups.stream()
                        .collect(toMap(
                                group -> group, _ -> new ListConsumerGroupOffsetsSpec().topicPartitions(partitions))))
                .all()
                .get()
                .forEach((group, offsets) -> committed.put(group, known(offsets)));
        return committed;
    }

    /** A partition that nothing was committed of has no offset. */
    private static Map<TopicPartition, Long> known(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> known = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                known.put(partition, offset.offset());
            }
        });
        return known;
    }

    private static Map<TopicPartition, Long> offsets(
            Admin kafka, List<TopicPartition> partitions, Supplier<OffsetSpec> which)
            throws ExecutionException, InterruptedException {
        return kafka
                .listOffsets(
                        partitions.stream().collect(toMap(partition -> partition, _ -> which.get())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    /** The partitions of a topic that a group has not read to their ends as they were then. */
    boolean isRead(String group, Collection<String> topics, LineOffsets then) {
        return then.ends().entrySet().stream()
                .filter(end -> topics.contains(end.getKey().topic()))
                .allMatch(end -> position(group, end.getKey()) >= end.getValue());
    }

    /** Records between a group and the ends. */
    long unread(String group, Collection<String> topics) {
        return ends.entrySet().stream()
                .filter(end -> topics.contains(end.getKey().topic()))
                .mapToLong(end -> Math.max(0, end.getValue() - position(group, end.getKey())))
                .sum();
    }

    /** Records that were ever written. */
    long written(Collection<String> topics) {
        return ends.entrySet().stream()
                .filter(end -> topics.contains(end.getKey().topic()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Records that a group has ever read, or missed. */
    long read(String group, Collection<String> topics) {
        return written(topics) - unread(group, topics);
    }

    /** A group that has committed nothing begins at the beginning; what is deleted is not read any more. */
    private long position(String group, TopicPartition partition) {
        long begin = begins.getOrDefault(partition, 0L);
        return Math.max(begin, committed.getOrDefault(group, Map.of()).getOrDefault(partition, begin));
    }
}
