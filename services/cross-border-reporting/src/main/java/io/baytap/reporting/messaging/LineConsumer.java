package io.baytap.reporting.messaging;

import io.baytap.reporting.messaging.LineCounter.Counted;
import io.baytap.reporting.messaging.LineReader.Parked;
import io.baytap.schemas.Topics;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.SchemaLookup;
import io.opentelemetry.api.trace.Span;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads all topics of the line in one channel: a poll is counted in the database, then one Kafka transaction. After a
 * crash between the two the poll comes again, counts nothing twice and parks what it has to. The channel has two consumers, each with
 * partitions of its own: while one waits for the database, the other reads.
 */
@ApplicationScoped
public class LineConsumer {

    static final String CHANNEL = "line";

    private static final Logger LOG = Logger.getLogger(LineConsumer.class);

    private final LineCounter counter;
    private final SchemaLookup schemas;
    private final Instance<LineCommits> commits;
    private final Patience patience;
    private final LineMetrics metrics;
    private final TapTraces traces;
    private final KafkaClientService kafka;
    /** By the channel's name with the consumer's number. */
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name(CHANNEL + "-", 0).daemon().factory());

    /** What one consumer's polls are counted with, one after the other. */
    private record Lane(KafkaConsumer<byte[], byte[]> consumer, LineReader reader, LineCommits commits) {}

    @SuppressWarnings("TooManyParameters") // each does a part of it
    LineConsumer(
            LineCounter counter,
            SchemaLookup schemas,
            Instance<LineCommits> commits,
            Patience patience,
            LineMetrics metrics,
            TapTraces traces,
            KafkaClientService kafka) {
        this.counter = counter;
        this.schemas = schemas;
        this.commits = commits;
        this.patience = patience;
        this.metrics = metrics;
        this.traces = traces;
        this.kafka = kafka;
    }

    /** On a thread of its own: during an outage it waits, while the connector goes on as a member of the group. */
    @Incoming(CHANNEL)
    CompletionStage<Void> count(
            ConsumerRecords<byte[], byte[]> records, IncomingKafkaRecordBatchMetadata<byte[], byte[]> poll) {
        return CompletableFuture.runAsync(
                () -> count(
                        lanes.computeIfAbsent(poll.getChannel(), this::lane),
                        records,
                        poll.getConsumerGroupGenerationId()),
                threads);
    }

    private Lane lane(String channel) {
        return new Lane(kafka.getConsumer(channel), new LineReader(schemas, Topics.events()), commits.get());
    }

    private void count(Lane lane, ConsumerRecords<byte[], byte[]> records, int generation) {
        List<Span> spans = spans(records);
        Counted counted = counter.count(lane.reader(), records);
        commit(lane, records, counted, generation);
        spans.forEach(Span::end);
        metrics.counted(counted);
        for (Parked parked : counted.parked()) {
            LOG.warnf(
                    "parked topic=%s partition=%d offset=%d reason=%s",
                    parked.record().topic(),
                    parked.record().partition(),
                    parked.record().offset(),
                    parked.reason());
        }
    }

    /** Of the records that are traced. */
    private List<Span> spans(ConsumerRecords<byte[], byte[]> records) {
        List<Span> spans = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Span span = traces.process(record, LineReader.SERVICE);
            if (span.isRecording()) {
                spans.add(span);
            }
        }
        return spans;
    }

    private void commit(Lane lane, ConsumerRecords<byte[], byte[]> records, Counted counted, int generation) {
        List<ProducerRecord<byte[], byte[]>> deadLetters =
                counted.parked().stream().map(Parked::deadLetter).toList();
        Map<TopicPartition, OffsetAndMetadata> offsets = records.nextOffsets();
        KafkaConsumer<byte[], byte[]> consumer = lane.consumer();
        patience.outlast("Kafka", KafkaException.class, () -> {
            ConsumerGroupMetadata member =
                    consumer.consumerGroupMetadata().await().indefinitely();
            if (member.generationId() != generation) {
                // Someone else may own these partitions now, and reads them from where the group last committed.
                LOG.infof("rebalanced, reading again from what was committed: %s", offsets.keySet());
                consumer.resetToLastCommittedPositions().await().indefinitely();
            } else if (!lane.commits().open() || !committed(consumer, offsets)) {
                lane.commits().commit(deadLetters, offsets, member);
            }
            return offsets;
        });
    }

    /** True after an attempt that went through although its answer was lost. */
    private static boolean committed(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        TopicPartition[] partitions = offsets.keySet().toArray(TopicPartition[]::new);
        Map<TopicPartition, OffsetAndMetadata> known =
                consumer.committed(partitions).await().indefinitely();
        return offsets.entrySet().stream().allMatch(wanted -> {
            OffsetAndMetadata committed = known.get(wanted.getKey());
            return committed != null && committed.offset() >= wanted.getValue().offset();
        });
    }

    @PreDestroy
    void stop() {
        patience.stop();
        threads.shutdown();
        lanes.values().forEach(lane -> lane.commits().close());
    }
}
