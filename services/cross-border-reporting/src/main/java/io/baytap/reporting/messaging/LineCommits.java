package io.baytap.reporting.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Commits a poll: the records it parked and its offsets, in one Kafka transaction. A producer is not used again after a
 * failure: the next one, of the same transactional id, has the broker end whatever the last one left open.
 */
public final class LineCommits implements AutoCloseable {

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param producers makes transactional producers of one and the same id */
    public LineCommits(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * Makes ready to commit.
     *
     * @return true if a producer was opened for it: the broker has ended what an earlier one left open, so that the
     *     group's committed offsets say whether that went through
     * @throws KafkaException if the broker is away
     */
    synchronized boolean open() {
        if (producer != null) {
            return false;
        }
        Producer<byte[], byte[]> opened = producers.get();
        try {
            opened.initTransactions();
        } catch (KafkaException e) {
            opened.close(Duration.ZERO);
            throw e;
        }
        producer = opened;
        return true;
    }

    /**
     * Commits, or fails with nothing visible; only if the broker's answer to the last step is lost, it may have gone
     * through.
     *
     * @throws KafkaException if the broker is away, or the group was rebalanced since {@code member} was read
     */
    synchronized void commit(
            List<ProducerRecord<byte[], byte[]>> parked,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata member) {
        Producer<byte[], byte[]> current = Objects.requireNonNull(producer, "opened before");
        try {
            current.beginTransaction();
            for (ProducerRecord<byte[], byte[]> deadLetter : parked) {
                // Not waited for one by one: the commit fails with whatever a send failed with.
                var _ = current.send(deadLetter);
            }
            current.sendOffsetsToTransaction(offsets, member);
            current.commitTransaction();
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
