package io.baytap.tap.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.gates.v1.GateSequences;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.domain.GateBook;
import io.baytap.tap.domain.GateState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Tells the other replicas what this one knows of gates' work: what changed since the last time, never per tap. */
public final class GateTeller implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GateTeller.class);
    /** A gate that only went on, without a gap, is told of every so many rounds: otherwise there would be a record per tap. */
    private static final int ROUNDS_OF_ALL = 10;

    private static final Duration STOP_MAX = Duration.ofSeconds(3);

    private final GateBook book;
    private final Producer<byte[], byte[]> producer;
    private final EventWriter<GateSequences> writer;
    private final Duration every;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /** Tells every so often. */
    public GateTeller(GateBook book, Producer<byte[], byte[]> producer, SchemaLookup schemas, Duration every) {
        this.book = book;
        this.producer = producer;
        this.writer = new EventWriter<>(Topics.GATES_SEQUENCES, GateSequences.class, schemas);
        this.every = every;
        this.thread = Thread.ofPlatform().name("gate-teller").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Tells a last time. */
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
        boolean stopping = false;
        for (long round = 1; !stopping; round++) {
            try {
                stopping = stop.await(every.toMillis(), TimeUnit.MILLISECONDS);
                tell(stopping || round % ROUNDS_OF_ALL == 0 ? book.untold() : book.urgent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (KafkaException | IllegalStateException | RegistryAwayException e) {
                // It stays untold, and is told the next time.
                LOG.debugf("cannot tell of gates now: %s", e);
            } catch (RuntimeException e) {
                LOG.error("telling of gates failed", e);
            }
        }
    }

    /** What is not acknowledged is not read back, so it is still untold the next time. */
    private void tell(Map<String, GateState> gates) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (Map.Entry<String, GateState> gate : gates.entrySet()) {
            GateSequences event = SequencesMapper.toEvent(gate.getKey(), gate.getValue(), now);
            var _ = producer.send(writer.record(gate.getKey(), event));
        }
    }
}
