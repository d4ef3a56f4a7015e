package io.baytap.wallet.messaging;

import io.baytap.schemas.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One topic, one thread. Each poll: the handler's database transaction first; then its outputs and the offsets in one
 * Kafka transaction. If anything fails in between, the poll comes again, the database recognises it, and the same
 * outputs are made.
 *
 * <p>A loop of our own, and no channel: one thread polls, stores, sends and rewinds, so that nothing polled ahead can
 * overtake a batch that failed.
 */
final class BatchLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(BatchLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LEAVE_MAX = Duration.ofSeconds(2);
    private static final Duration ALIVE = Duration.ofSeconds(45);
    private static final long BACK_OFF_FIRST_MILLIS = 100;
    private static final long BACK_OFF_MAX_MILLIS = 5_000;

    private final Topic topic;
    private final KafkaClients clients;
    private final RecordHandler handler;
    private final InstantSource time;
    private final MeterRegistry metrics;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private volatile Instant lastRound = Instant.MIN;
    private @Nullable Producer<byte[], byte[]> producer;
    private long backOffMillis = BACK_OFF_FIRST_MILLIS;

    BatchLoop(Topic topic, KafkaClients clients, RecordHandler handler, InstantSource time, MeterRegistry metrics) {
        this.topic = topic;
        this.clients = clients;
        this.handler = handler;
        this.time = time;
        this.metrics = metrics;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try (var consumer = clients.consumer(topic);
                    var meters = new KafkaClientMetrics(consumer)) {
                meters.bindTo(metrics);
                current = consumer;
                consumer.subscribe(List.of(topic.name()));
                consume(consumer);
            } catch (RuntimeException e) {
                failed("cannot read " + topic.name(), e);
            }
        }
        dropProducer();
    }

    /** Whether the last round, with or without records, ended well and lately. */
    boolean isHealthy() {
        return lastRound.isAfter(time.instant().minus(ALIVE));
    }

    String topicName() {
        return topic.name();
    }

    void stop() {
        stop.countDown();
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** A member with a name of its own that only goes away keeps its partitions until it is missed. */
    private static void leave(Consumer<byte[], byte[]> consumer) {
        consumer.close(CloseOptions.timeout(LEAVE_MAX)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    private void consume(Consumer<byte[], byte[]> consumer) {
        try {
            deliverAll(consumer);
        } catch (WakeupException _) {
            // asked to stop
        }
        leave(consumer);
    }

    private void deliverAll(Consumer<byte[], byte[]> consumer) {
        while (!isStopping()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                if (!consumer.assignment().isEmpty() || !consumer.subscription().isEmpty()) {
                    lastRound = time.instant();
                }
                continue;
            }
            try {
                deliver(consumer, records);
                lastRound = time.instant();
                backOffMillis = BACK_OFF_FIRST_MILLIS;
            } catch (RuntimeException e) {
                failed("a batch of " + records.count() + " from " + topic.name() + " will come again", e);
                rewind(consumer);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a send that fails fails the commit
    private void deliver(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        List<ProducerRecord<byte[], byte[]>> outputs = handler.handle(batch);
        Producer<byte[], byte[]> kafka = producer();
        try {
            kafka.beginTransaction();
            outputs.forEach(kafka::send);
            kafka.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
            kafka.commitTransaction();
        } catch (RuntimeException e) {
            // Whether it was committed is for the next producer of that id to find out.
            dropProducer();
            throw e;
        }
    }

    /** Back to what the broker knows as done. */
    private void rewind(Consumer<byte[], byte[]> consumer) {
        producer();
        Set<TopicPartition> partitions = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>(consumer.committed(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = done.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
    }

    /** A new producer ends what the one before it left unfinished. */
    private Producer<byte[], byte[]> producer() {
        var kafka = producer;
        if (kafka == null) {
            kafka = clients.transactionalProducer(topic);
            producer = kafka;
            kafka.initTransactions();
        }
        return kafka;
    }

    private void dropProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private void failed(String what, RuntimeException e) {
        if (isStopping()) {
            return;
        }
        LOG.warnf(e, "%s; again in %d ms", what, backOffMillis);
        try {
            if (!stop.await(backOffMillis, TimeUnit.MILLISECONDS)) {
                backOffMillis = Math.min(backOffMillis * 2, BACK_OFF_MAX_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }
}
