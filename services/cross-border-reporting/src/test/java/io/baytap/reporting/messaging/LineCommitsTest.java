package io.baytap.reporting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LineCommitsTest {

    private static final String GROUP = "cross-border-reporting";
    private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
            Map.of(new TopicPartition("settlements.posted.v1", 3), new OffsetAndMetadata(42));
    private static final List<ProducerRecord<byte[], byte[]>> PARKED =
            List.of(new ProducerRecord<>("settlements.posted.v1.cross-border-reporting.dlq", new byte[] {1}));

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

    @Test
    void deadLettersAndOffsetsAreOneTransaction() {
        try (LineCommits commits = commits()) {
            commits.open();
            commits.commit(PARKED, OFFSETS, new ConsumerGroupMetadata(GROUP));
        }

        MockProducer<byte[], byte[]> producer = producers.getFirst();
        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history()).isEqualTo(PARKED);
        assertThat(producer.consumerGroupOffsetsHistory()).containsExactly(Map.of(GROUP, OFFSETS));
    }

    @Test
    void aFailedCommitShowsNothingAndTheNextProducerStartsAfresh() {
        try (LineCommits commits = commits()) {
            commits.open();
            producers.getFirst().commitTransactionException = new TimeoutException("the broker is away");

            assertThatThrownBy(() -> commits.commit(PARKED, OFFSETS, new ConsumerGroupMetadata(GROUP)))
                    .isInstanceOf(KafkaException.class);
            assertThat(producers.getFirst().history()).isEmpty();
            assertThat(producers.getFirst().closed()).isTrue();

            assertThat(commits.open()).as("a new producer").isTrue();
            commits.commit(PARKED, OFFSETS, new ConsumerGroupMetadata(GROUP));
            assertThat(producers.getLast().commitCount()).isEqualTo(1);
            assertThat(commits.open()).as("a new producer").isFalse();
        }
    }

    @Test
    void aBrokerThatIsAwayAtTheStartLeavesNoProducerBehind() {
        var failing = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        failing.initTransactionException = new TimeoutException("the broker is away");

        try (LineCommits commits = new LineCommits(() -> failing)) {
            assertThatThrownBy(commits::open).isInstanceOf(KafkaException.class);
            assertThat(failing.closed()).isTrue();
        }
    }

    private LineCommits commits() {
        return new LineCommits(() -> {
            var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            producers.add(producer);
            return producer;
        });
    }
}
