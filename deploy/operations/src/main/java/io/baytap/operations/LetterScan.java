package io.baytap.operations;

import io.baytap.schemas.wire.DeadLetter;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics of dead letters from their beginning to where they end now, as no consumer group: nobody's offsets move. */
final class LetterScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> written;
    private final Duration patience;

    /**
     * @param client settings of Kafka's client, its broker among them
     * @param patience how long a transaction of somebody else may stay open before its topic is given up
     */
    LetterScan(Map<String, Object> client, Duration patience) {
        this.committed = consumer(client, "read_committed");
        this.written = consumer(client, "read_uncommitted");
        this.patience = patience;
    }

    /** Every topic that the broker has and lets this client see. */
    Set<String> topics() {
        return committed.listTopics().keySet();
    }

    /** What was put back before. */
    Set<Origin> putBack(String topic) {
        Set<Origin> origins = new HashSet<>();
        scan(topic, record -> {
            Origin origin = Origin.find(record.headers());
            if (isMark(record) && origin != null) {
                origins.add(origin);
            }
        });
        return origins;
    }

    /** The letters, in the order in which they were parked. */
    void letters(String topic, Consumer<ConsumerRecord<byte[], byte[]>> letters) {
        scan(topic, record -> {
            if (!isMark(record)) {
                letters.accept(record);
            }
        });
    }

    private static boolean isMark(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(DeadLetter.PUT_BACK) != null;
    }

    /**
     * What is committed, up to where the topic ends with what is not. A transaction that is open hides all that is committed behind it, a
     * mark too, and who does not see a mark puts a record back twice.
     */
    private void scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> records) {
        var at = new TopicPartition(topic, 0);
        long end = Objects.requireNonNull(written.endOffsets(List.of(at)).get(at));
        committed.assign(List.of(at));
        committed.seekToBeginning(List.of(at));
        long deadline = System.nanoTime() + patience.toNanos();
        while (committed.position(at) < end) {
            long before = committed.position(at);
            ConsumerRecords<byte[], byte[]> some = committed.poll(POLL);
            some.forEach(records);
            if (committed.position(at) > before) {
                deadline = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("a transaction is open at offset " + before + " of " + topic
                        + ": what lies behind it is seen when it ends, so try again");
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client, String isolation) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        committed.close();
        written.close();
    }
}
