package io.baytap.tap.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.TapLine;
import io.baytap.tap.domain.TapMemory;
import io.baytap.tap.domain.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends a batch's records all at once and waits for the last acknowledgement. */
public final class TapPublisher implements TapLine {

    private final Producer<byte[], byte[]> producer;
    private final RegistrySchemas schemas;
    private final TapMemory memory;
    private final SpecificDatumWriter<TapAccepted> accepted = writer(Topics.TAPS_ACCEPTED);
    private final SpecificDatumWriter<TapRejected> rejected = writer(Topics.TAPS_REJECTED);

    /**
     * Publishes through that producer.
     *
     * @param producer must acknowledge or fail each record within a bounded time
     * @param schemas must know the two topics' schemas before the first batch: no batch waits for the registry
     */
    public TapPublisher(Producer<byte[], byte[]> producer, RegistrySchemas schemas, TapMemory memory) {
        this.producer = producer;
        this.schemas = schemas;
        this.memory = memory;
    }

    @Override
    public CompletionStage<Delivery> publish(Gate gate, List<Verdict> verdicts, Instant receivedAt) {
        var sends = new BatchSends(gate.gateId());
        for (Verdict verdict : verdicts) {
            // With the broker away every send would wait for room or metadata: the first failure decides the batch.
            if (sends.failed()) {
                break;
            }
            switch (verdict) {
                case Verdict.Accepted tap -> send(tap, gate, receivedAt, sends);
                case Verdict.Rejected tap -> send(tap, gate, receivedAt, sends);
                case Verdict.Duplicate _ -> {}
            }
        }
        return sends.complete();
    }

    private void send(Verdict.Accepted tap, Gate gate, Instant receivedAt, BatchSends sends) {
        TapAccepted event = TapMapper.toEvent(tap, gate, receivedAt);
        byte[] value = WireFormat.encode(event, schemas.idFor(Topics.TAPS_ACCEPTED), accepted);
        send(
                Topics.TAPS_ACCEPTED,
                event.getRiderId(),
                value,
                sends,
                () -> memory.remember(gate.gateId(), tap.sequence(), tap.fingerprint()));
    }

    private void send(Verdict.Rejected tap, Gate gate, Instant receivedAt, BatchSends sends) {
        TapRejected event = TapMapper.toEvent(tap, gate, receivedAt);
        byte[] value = WireFormat.encode(event, schemas.idFor(Topics.TAPS_REJECTED), rejected);
        send(Topics.TAPS_REJECTED, event.getGateId(), value, sends, () -> {});
    }

    private void send(Topic topic, String key, byte[] value, BatchSends sends, Runnable stored) {
        sends.begin();
        var record = new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value);
        try {
            var _ = producer.send(record, (_, failure) -> {
                if (failure == null) {
                    stored.run();
                }
                sends.end(failure);
            });
        } catch (KafkaException | IllegalStateException e) {
            sends.end(e);
        }
    }

    private static <R extends SpecificRecord> SpecificDatumWriter<R> writer(Topic topic) {
        return new SpecificDatumWriter<>(topic.schema(), SpecificData.getForSchema(topic.schema()));
    }
}
