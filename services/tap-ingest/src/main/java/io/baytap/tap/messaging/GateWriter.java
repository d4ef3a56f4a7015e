package io.baytap.tap.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.schemas.network.v1.TransportMode;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.GateLine;
import io.baytap.tap.domain.TapLine.Delivery;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Publishes gates, and waits until this replica has read them back. */
public final class GateWriter implements GateLine {

    private static final Logger LOG = Logger.getLogger(GateWriter.class);
    private static final Duration READ_BACK_MAX = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final EventWriter<io.baytap.schemas.network.v1.Gate> writer;
    private final ReferenceTable<Gate> gates;

    GateWriter(Producer<byte[], byte[]> producer, SchemaLookup schemas, ReferenceTable<Gate> gates) {
        this.producer = producer;
        this.writer = new EventWriter<>(Topics.NETWORK_GATES, io.baytap.schemas.network.v1.Gate.class, schemas);
        this.gates = gates;
    }

    @Override
    public Delivery publish(Gate gate) {
        try {
            producer.send(writer.record(gate.gateId(), toEvent(gate))).get();
        } catch (ExecutionException | KafkaException | IllegalStateException | RegistryAwayException e) {
            LOG.warnf("gate %s was not stored: %s", gate.gateId(), e);
            return Delivery.AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.AWAY;
        }
        // Stored is stored; that this replica goes by it already is a convenience for who asks next.
        boolean _ = gates.await(gate.gateId(), known -> !known.changedAt().isBefore(gate.changedAt()), READ_BACK_MAX);
        return Delivery.STORED;
    }

    static io.baytap.schemas.network.v1.Gate toEvent(Gate gate) {
        var previous = gate.keys().previous();
        return new io.baytap.schemas.network.v1.Gate(
                "gate:" + gate.gateId() + ":" + ChronoUnit.MICROS.between(Instant.EPOCH, gate.changedAt()),
                gate.changedAt(),
                gate.gateId(),
                gate.operatorId(),
                TransportMode.valueOf(gate.mode().name()),
                gate.stand().routeId(),
                gate.stand().stopId(),
                gate.stand().deck(),
                bytes(gate.keys().current()),
                gate.active() ? GateStatus.ACTIVE : GateStatus.SUSPENDED,
                previous == null ? null : bytes(previous.key()),
                previous == null ? null : previous.until(),
                gate.standing().suspendedSince());
    }

    private static ByteBuffer bytes(PublicKey key) {
        return ByteBuffer.wrap(key.getEncoded());
    }
}
