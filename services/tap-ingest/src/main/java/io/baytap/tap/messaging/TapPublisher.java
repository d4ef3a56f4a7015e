package io.baytap.tap.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.TapLine;
import io.baytap.tap.domain.TapMemory;
import io.baytap.tap.domain.Verdict;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends a batch's records all at once and waits for the last acknowledgement. */
public final class TapPublisher implements TapLine {

    private final Producer<byte[], byte[]> producer;
    private final TapMemory memory;
    private final TapSpans spans;
    private final EventWriter<TapAccepted> accepted;
    private final EventWriter<TapRejected> rejected;

    /**
     * Publishes through that producer.
     *
     * @param producer must acknowledge or fail each record within a bounded time
     * @param schemas must know the two topics' schemas before the first batch: no batch waits for the registry
     */
    public TapPublisher(Producer<byte[], byte[]> producer, SchemaLookup schemas, TapMemory memory, TapSpans spans) {
        this.producer = producer;
        this.memory = memory;
        this.spans = spans;
        this.accepted = new EventWriter<>(Topics.TAPS_ACCEPTED, TapAccepted.class, schemas);
        this.rejected = new EventWriter<>(Topics.TAPS_REJECTED, TapRejected.class, schemas);
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
        Span span = spans.begin(event);
        ProducerRecord<byte[], byte[]> record = accepted.record(event.getRiderId(), event);
        TapTraces.carry(span, record.headers());
        send(record, sends, span, () -> memory.remember(gate.gateId(), tap.sequence(), tap.fingerprint()));
    }

    private void send(Verdict.Rejected tap, Gate gate, Instant receivedAt, BatchSends sends) {
        TapRejected event = TapMapper.toEvent(tap, gate, receivedAt);
        send(rejected.record(event.getGateId(), event), sends, Span.getInvalid(), () -> {});
    }

    private void send(ProducerRecord<byte[], byte[]> record, BatchSends sends, Span span, Runnable stored) {
        sends.begin();
        try {
            var _ = producer.send(record, (_, failure) -> {
                if (failure == null) {
                    stored.run();
                }
                end(span, failure);
                sends.end(failure);
            });
        } catch (KafkaException | IllegalStateException e) {
            end(span, e);
            sends.end(e);
        }
    }

    private static void end(Span span, @Nullable Exception failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        }
        span.end();
    }
}
