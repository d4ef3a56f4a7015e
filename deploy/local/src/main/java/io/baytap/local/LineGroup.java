package io.baytap.local;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the broker knows of a service that reads the line: which replica has which partitions, and how far they are. */
final class LineGroup {

    private final Admin admin;
    private final LineService service;

    LineGroup(Admin admin, LineService service) {
        this.admin = admin;
        this.service = service;
    }

    /** What a service writes with each poll, on the partition that it read; empty if it writes to its database alone. */
    static Optional<Topic> output(LineService service) {
        return switch (service) {
            case TAP_INGEST -> Optional.of(Topics.TAPS_ACCEPTED);
            case FARE_CALCULATION -> Optional.of(Topics.FARES_ASSESSED);
            case FX_CONVERSION -> Optional.of(Topics.FARES_CONVERTED);
            case WALLET_SETTLEMENT -> Optional.of(Topics.SETTLEMENTS_POSTED);
            case CROSS_BORDER_REPORTING -> Optional.empty();
        };
    }

    /** Partitions of one replica. */
    Set<TopicPartition> of(Replica replica) {
        return partitions(member -> isOf(replica, member));
    }

    /** Partitions that a replica has which is not that one; empty while the group is divided anew. */
    Set<TopicPartition> ofOthers(Replica replica) {
        return describe().groupState() == GroupState.STABLE ? partitions(member -> !isOf(replica, member)) : Set.of();
    }

    /** How far the group is, where it is known. */
    Map<TopicPartition, Long> taken() {
        var committed = answer(admin.listConsumerGroupOffsets(service.id()).partitionsToOffsetAndMetadata());
        return committed.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }

    /** Where partitions end. */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        return ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    }

    /** Up to where partitions can be read: not beyond the first open transaction. */
    Map<TopicPartition, Long> readable(Set<TopicPartition> partitions) {
        return ends(partitions, IsolationLevel.READ_COMMITTED);
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation) {
        return answer(admin.listOffsets(
                                partitions.stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())),
                                new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private Set<TopicPartition> partitions(Predicate<MemberDescription> which) {
        Set<TopicPartition> partitions = new HashSet<>();
        describe().members().stream()
                .filter(which)
                .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
        return partitions;
    }

    private ConsumerGroupDescription describe() {
        return answer(admin.describeConsumerGroups(List.of(service.id())).all()).values().stream()
                .findFirst()
                .orElseThrow();
    }

    /** Every service's members have the host's name in theirs. */
    private static boolean isOf(Replica replica, MemberDescription member) {
        return member.groupInstanceId().orElse(member.clientId()).contains(replica.host());
    }

    private static <T> T answer(KafkaFuture<T> future) {
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
