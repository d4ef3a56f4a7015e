package io.baytap.tap.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.Door;
import io.baytap.tap.domain.EnvelopeParser;
import io.baytap.tap.domain.Intake;
import io.baytap.tap.domain.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the batches of gates that write to Kafka themselves. Offsets are committed only when every batch of a poll is on the
 * line or parked; whatever comes again after a crash makes the same events.
 */
public final class KafkaDoor implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KafkaDoor.class);
    private static final String TARGET = "KAFKA " + Topics.TAPS_PRESENTED.name();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofMillis(500);
    private static final Duration STOP_MAX = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte @Nullable [], byte @Nullable []>> consumers;
    private final Producer<byte[], byte[]> producer;
    private final Intake intake;
    private final ReferenceMeters meters;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /** Asks nothing yet; the consumers must belong to the group of this service. */
    public KafkaDoor(
            Supplier<Consumer<byte @Nullable [], byte @Nullable []>> consumers,
            Producer<byte[], byte[]> producer,
            Intake intake,
            ReferenceMeters meters) {
        this.consumers = consumers;
        this.producer = producer;
        this.intake = intake;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("kafka-door").daemon().unstarted(this::run);
    }

    /** From now on batches are taken. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            if (thread.isAlive() && !thread.join(STOP_MAX)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped()) {
            try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumers.get();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                consumer.subscribe(List.of(Topics.TAPS_PRESENTED.name()));
                while (!stopped()) {
                    ConsumerRecords<byte @Nullable [], byte @Nullable []> records = consumer.poll(POLL);
                    if (!records.isEmpty() && takeAll(byGate(records), threads)) {
                        consumer.commitSync();
                    }
                }
            } catch (InterruptException | WakeupException e) {
                LOG.debug("stopped while waiting for Kafka");
            } catch (KafkaException e) {
                LOG.warnf("presented taps cannot be read now: %s", e);
                pause();
            } catch (RuntimeException e) {
                LOG.error("taking presented taps failed, from the last commit again", e);
                pause();
            }
        }
    }

    /** A gate's batches one after the other, in their order; gates side by side. False if the service stops in between. */
    private boolean takeAll(
            Collection<List<ConsumerRecord<byte @Nullable [], byte @Nullable []>>> gates, ExecutorService threads) {
        List<Future<Boolean>> taken = gates.stream()
                .map(batches -> threads.submit(() -> batches.stream().allMatch(this::take)))
                .toList();
        boolean all = true;
        for (Future<Boolean> gate : taken) {
            try {
                all &= gate.get();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return all;
    }

    private static Collection<List<ConsumerRecord<byte @Nullable [], byte @Nullable []>>> byGate(
            ConsumerRecords<byte @Nullable [], byte @Nullable []> records) {
        Map<String, List<ConsumerRecord<byte @Nullable [], byte @Nullable []>>> gates = new LinkedHashMap<>();
        for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : records) {
            gates.computeIfAbsent(String.valueOf(gateId(record)), _ -> new ArrayList<>())
                    .add(record);
        }
        return gates.values();
    }

    /** Until it is on the line or parked. False if the service stops before. */
    private boolean take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        while (!stopped()) {
            switch (intake.take(request(record))) {
                case Intake.Answer.Judged _ -> {
                    return true;
                }
                case Intake.Answer.Refused(var refusal) -> {
                    if (!refusal.passes() && parked(record, refusal)) {
                        return true;
                    }
                }
            }
            pause();
        }
        return false;
    }

    private static Intake.Request request(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] value = record.value();
        byte[] body = value == null ? new byte[0] : value;
        var headers = EnvelopeParser.read(
                TARGET,
                gateId(record),
                text(record.headers(), EnvelopeParser.SENT_AT),
                text(record.headers(), EnvelopeParser.SIGNATURE));
        return new Intake.Request(
                Door.KAFKA, headers, BatchFormat.AVRO, (long) body.length, new ByteArrayInputStream(body));
    }

    private boolean parked(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Refusal refusal) {
        try {
            DeadLetters.send(producer, letter(record, refusal));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warnf("waiting: %s", e);
            return false;
        }
        meters.parked(Topics.TAPS_PRESENTED);
        LOG.warnf(
                "parked a batch of gate %s, partition %d, offset %d: %s",
                gateId(record), record.partition(), record.offset(), refusal.code());
        return true;
    }

    /** Says where the batch lies, and not what is in it: rider codes hold accounts of wallets. */
    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Refusal refusal) {
        return new ProducerRecord<>(
                Topics.TAPS_PRESENTED.deadLetters(DeadLetters.CONSUMER),
                null,
                record.key(),
                null,
                DeadLetter.headers(
                        new RecordHeaders(),
                        refusal.code(),
                        refusal.detail(),
                        record.topic(),
                        record.partition(),
                        record.offset()));
    }

    private static @Nullable String gateId(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void pause() {
        try {
            boolean _ = stop.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
