package io.baytap.wallet.messaging;

import io.baytap.wallet.domain.ExclusiveLock;
import io.baytap.wallet.domain.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells outcomes in the order they were booked, one replica at a time, and forgets them once the broker has them. A
 * crash in between tells some twice, with the same ids.
 */
final class OutcomePublisher implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutcomePublisher.class);
    private static final int BATCH_MAX = 1000;
    private static final long BACK_OFF_MILLIS = 2_000;
    private static final long ACK_MAX_SECONDS = 30;

    private final KafkaClients clients;
    private final OutcomeMapper mapper;
    private final Outbox outbox;
    private final ConversionAlarm checks;
    private final WalletSpans spans;
    private final ExclusiveLock lock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Producer<byte[], byte[]> producer;
    private int lastCount;

    OutcomePublisher(
            KafkaClients clients, Outbox outbox, ExclusiveLock lock, MeterRegistry metrics, WalletSpans spans) {
        this.spans = spans;
        this.checks = new ConversionAlarm(metrics);
        this.clients = clients;
        this.mapper = new OutcomeMapper(clients.schemas());
        this.outbox = outbox;
        this.lock = lock;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            pause(round());
        }
        dropProducer();
    }

    void stop() {
        stop.countDown();
    }

    /** Returns how long to wait before the next round. */
    private long round() {
        try {
            lastCount = outbox.oldest(1).size();
            if (lastCount > 0 && !lock.tryRun("outbox", this::publish)) {
                return clients.linger().toMillis();
            }
            return lastCount == BATCH_MAX ? 0 : clients.linger().toMillis();
        } catch (RuntimeException e) {
            LOG.warn("outcomes wait to be told", e);
            dropProducer();
            return BACK_OFF_MILLIS;
        }
    }

    private void publish() {
        List<Outbox.Entry> entries = outbox.oldest(BATCH_MAX);
        Producer<byte[], byte[]> kafka = producer();
        List<Span> telling = new ArrayList<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
        for (Outbox.Entry entry : entries) {
            ProducerRecord<byte[], byte[]> record = mapper.toRecord(entry.outcome());
            telling.add(spans.telling(entry.outcome(), record));
            sent.add(kafka.send(record));
        }
        kafka.flush();
        sent.forEach(OutcomePublisher::confirm);
        telling.forEach(Span::end);
        checks.follow(entries);
        outbox.remove(entries.stream().map(Outbox.Entry::sequence).toList());
        lastCount = entries.size();
    }

    private static void confirm(Future<RecordMetadata> sent) {
        try {
            sent.get(ACK_MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the broker did not take an outcome", e);
        }
    }

    private Producer<byte[], byte[]> producer() {
        var kafka = producer;
        if (kafka == null) {
            kafka = clients.plainProducer();
            producer = kafka;
        }
        return kafka;
    }

    private void dropProducer() {
        if (producer != null) {
            producer.close(java.time.Duration.ZERO);
            producer = null;
        }
    }

    private void pause(long millis) {
        try {
            stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }
}
