package io.baytap.tap.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Parks records that cannot be read. A reference topic is read from its beginning at every start and by every replica, so
 * a record that lies there parked already is not parked again.
 */
final class DeadLetters {

    static final String CONSUMER = "tap-ingest";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Producer<byte[], byte[]> producer;
    private final Set<Origin> parked = new HashSet<>();

    private record Origin(String topic, String partition, String offset) {}

    DeadLetters(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Learns what is parked already. */
    void readParked(
            Consumer<byte @Nullable [], byte @Nullable []> consumer, List<TopicPartition> deadLetterPartitions) {
        consumer.assign(deadLetterPartitions);
        consumer.seekToBeginning(deadLetterPartitions);
        var ends = consumer.endOffsets(deadLetterPartitions);
        while (deadLetterPartitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
            for (ConsumerRecord<byte @Nullable [], byte @Nullable []> letter : consumer.poll(POLL)) {
                String topic = text(letter.headers(), DeadLetter.TOPIC);
                String partition = text(letter.headers(), DeadLetter.PARTITION);
                String offset = text(letter.headers(), DeadLetter.OFFSET);
                if (topic != null && partition != null && offset != null) {
                    parked.add(new Origin(topic, partition, offset));
                }
            }
        }
    }

    /**
     * Returns when Kafka has it.
     *
     * @return false if it was there already
     * @throws KafkaException if Kafka does not take it now
     */
    boolean park(
            ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Topic topic, ReferenceFeed.Problem problem) {
        var origin = new Origin(record.topic(), Integer.toString(record.partition()), Long.toString(record.offset()));
        if (parked.contains(origin)) {
            return false;
        }
        send(producer, DeadLetter.of(record, topic, CONSUMER, problem.reason(), problem.detail()));
        parked.add(origin);
        LOG.warnf(
                "parked a record of %s, partition %s, offset %s: %s, %s",
                origin.topic(), origin.partition(), origin.offset(), problem.reason(), problem.detail());
        return true;
    }

    /**
     * Returns when Kafka has it.
     *
     * @throws KafkaException if Kafka does not take it now
     */
    static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> letter) {
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot park in " + letter.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
