package io.baytap.tap.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tables true: reads the reference topics from their beginning, then on for ever, outside any consumer group,
 * for every replica needs all of them. An outage of Kafka or the registry is waited out; meanwhile the tables stand.
 */
public final class ReferenceReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReferenceReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(2);

    private final Supplier<Consumer<byte @Nullable [], byte @Nullable []>> consumers;
    private final Producer<byte[], byte[]> producer;
    private final SchemaLookup schemas;
    private final ReferenceMeters meters;
    private final DeadLetters deadLetters;
    private final Map<String, ReferenceFeed<?, ?>> feeds;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean ready;

    /** Consumers must belong to no group. */
    public ReferenceReader(
            Supplier<Consumer<byte @Nullable [], byte @Nullable []>> consumers,
            Producer<byte[], byte[]> producer,
            SchemaLookup schemas,
            References references,
            ReferenceMeters meters) {
        this.consumers = consumers;
        this.schemas = schemas;
        this.meters = meters;
        this.producer = producer;
        this.deadLetters = new DeadLetters(producer);
        this.feeds = references.feeds().stream()
                .collect(Collectors.toMap(feed -> feed.topic().name(), Function.identity()));
        this.thread = Thread.ofPlatform().name("references").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** True from when everything that stood at the start is read, and the line can be written to without the registry. */
    public boolean ready() {
        return ready;
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            // It looks up from reading several times a second; only a call into an outage has to be interrupted.
            if (!thread.join(STOP_MAX)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped()) {
            try {
                retrying(this::prepare);
                read();
            } catch (InterruptException e) {
                LOG.debug("stopped while waiting for Kafka");
            } catch (KafkaException e) {
                LOG.warnf("reference topics cannot be read now: %s", e);
                pause();
            } catch (RuntimeException e) {
                // A defect. Without this thread the registers would grow old in silence.
                LOG.error("reading the reference topics failed, from their beginning again", e);
                pause();
            }
        }
    }

    /** So that no batch ever waits for the registry, nor the first one for the topics' whereabouts. */
    private void prepare() {
        for (Topic topic :
                List.of(Topics.TAPS_ACCEPTED, Topics.TAPS_REJECTED, Topics.NETWORK_GATES, Topics.GATES_SEQUENCES)) {
            schemas.contentId(topic);
            producer.partitionsFor(topic.name());
        }
    }

    private void read() {
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumers.get()) {
            deadLetters.readParked(
                    consumer, partitions(consumer, topics().map(topic -> topic.deadLetters(DeadLetters.CONSUMER))));
            List<TopicPartition> partitions = partitions(consumer, topics().map(Topic::name));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!stopped()) {
                for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : consumer.poll(POLL)) {
                    retrying(() -> take(record));
                }
                if (!ready
                        && ends.entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    ready = true;
                    LOG.infof("registers read: %s", sizes());
                }
            }
        }
    }

    private void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        ReferenceFeed<?, ?> feed = feeds.get(record.topic());
        if (feed == null) {
            throw new IllegalStateException(record.topic() + " was not asked for");
        }
        ReferenceFeed.Problem problem = feed.take(record);
        if (problem != null && deadLetters.park(record, feed.topic(), problem)) {
            meters.parked(feed.topic());
        }
    }

    /** The record at hand has to wait for an outage to end; skipping it would lose it. */
    private void retrying(Runnable step) {
        while (!stopped()) {
            try {
                step.run();
                return;
            } catch (InterruptException e) {
                throw e;
            } catch (RegistryAwayException | KafkaException e) {
                LOG.warnf("waiting: %s", e);
                pause();
            }
        }
    }

    private static List<TopicPartition> partitions(
            Consumer<byte @Nullable [], byte @Nullable []> consumer, Stream<String> topics) {
        return topics.flatMap(topic -> {
                    var known = consumer.partitionsFor(topic);
                    if (known == null || known.isEmpty()) {
                        throw new KafkaException("there is no topic " + topic);
                    }
                    return known.stream().map(partition -> new TopicPartition(topic, partition.partition()));
                })
                .toList();
    }

    private Stream<Topic> topics() {
        return feeds.values().stream().map(ReferenceFeed::topic);
    }

    private String sizes() {
        return feeds.values().stream()
                .map(feed -> feed.topic().name() + " " + feed.size())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void pause() {
        try {
            boolean stopping = stop.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debugf("after the pause: stopping %s", stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
