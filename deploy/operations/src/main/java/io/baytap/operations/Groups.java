package io.baytap.operations;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of one service: the one that is called as it is, and those whose names go on with a dash. */
final class Groups implements AutoCloseable {

    private final Admin admin;
    private final String service;

    Groups(Map<String, Object> client, String service) {
        this.admin = Admin.create(client);
        this.service = service;
    }

    /**
     * Every partition of every topic that a group reads or has committed something of; where it has not, it begins with the first record
     * kept.
     */
    List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        Map<String, Set<TopicPartition>> read = assigned();
        committed().forEach((group, offsets) -> {
            Set<TopicPartition> some = new HashSet<>(read.getOrDefault(group, Set.of()));
            some.addAll(offsets.keySet());
            Map<TopicPartition, Long> begins = offsets(partitions(some), OffsetSpec::earliest);
            begins.forEach((partition, begin) -> {
                OffsetAndMetadata offset = offsets.get(partition);
                positions.add(new Position(group, partition, offset == null ? begin : offset.offset()));
            });
        });
        positions.sort(comparing(Position::group)
                .thenComparing(position -> position.partition().topic())
                .thenComparingInt(position -> position.partition().partition()));
        return positions;
    }

    /** Groups that somebody reads in, with how many. */
    List<String> members() {
        return answer(admin.describeConsumerGroups(names()).all()).values().stream()
                .filter(group -> !group.members().isEmpty())
                .map(group -> group.groupId() + " has " + group.members().size() + " members")
                .sorted()
                .toList();
    }

    /** Why these positions must not be taken up: records that are not kept any more, do not exist, or would be passed over. */
    List<String> objections(List<Position> wanted) {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed();
        Set<TopicPartition> partitions =
                wanted.stream().map(Position::partition).collect(Collectors.toSet());
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec::earliest);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec::latest);
        List<String> objections = new ArrayList<>();
        for (Position position : wanted) {
            String where = position.group() + " at " + position.partition() + ": ";
            long begin = begins.getOrDefault(position.partition(), 0L);
            long end = ends.getOrDefault(position.partition(), 0L);
            OffsetAndMetadata now =
                    committed.getOrDefault(position.group(), Map.of()).get(position.partition());
            if (position.offset() < begin) {
                objections.add(where + position.offset() + " is not kept any more, the first record is " + begin);
            } else if (position.offset() > end) {
                objections.add(where + position.offset() + " does not exist, the topic ends at " + end);
            } else if (now != null && position.offset() > now.offset()) {
                objections.add(where + position.offset() + " would pass over records, it stands at " + now.offset());
            }
        }
        committed.forEach((group, offsets) -> offsets.keySet().stream()
                .filter(partition -> wanted.stream()
                        .noneMatch(position -> position.group().equals(group)
                                && position.partition().equals(partition)))
                .map(partition -> group + " at " + partition + ": no position is given")
                .forEach(objections::add));
        return objections.stream().sorted().toList();
    }

    /** Has the groups begin there. */
    void set(List<Position> positions) {
        positions.stream()
                .collect(groupingBy(
                        Position::group,
                        toMap(Position::partition, position -> new OffsetAndMetadata(position.offset()))))
                .forEach((group, offsets) ->
                        answer(admin.alterConsumerGroupOffsets(group, offsets).all()));
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<String> names() {
        return answer(admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .filter(name -> name.equals(service) || name.startsWith(service + "-"))
                .sorted()
                .toList();
    }

    /** What the groups' members read now. */
    private Map<String, Set<TopicPartition>> assigned() {
        return answer(admin.describeConsumerGroups(names()).all()).values().stream()
                .collect(toMap(
                        ConsumerGroupDescription::groupId,
                        group -> group.members().stream()
                                .flatMap(member -> member.assignment().topicPartitions().stream())
                                .collect(Collectors.toSet())));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed() {
        List<String> names = names();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = answer(admin.listConsumerGroupOffsets(
                        names.stream().collect(toMap(name -> name, _ -> new ListConsumerGroupOffsetsSpec())))
                .all());
        committed.values().forEach(offsets -> offsets.values().removeIf(offset -> offset == null));
        return committed;
    }

    private Set<TopicPartition> partitions(Collection<TopicPartition> some) {
        Set<String> topics = some.stream().map(TopicPartition::topic).collect(Collectors.toCollection(TreeSet::new));
        return answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, Supplier<OffsetSpec> which) {
        return answer(admin.listOffsets(partitions.stream().collect(toMap(partition -> partition, _ -> which.get())))
                        .all())
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            Throwable cause = requireNonNullElse(e.getCause(), e);
            throw new KafkaException(cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
