package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.wallet.domain.ReplayTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Follows the time of a replayed day. */
final class TickHandler implements RecordHandler {

    private final Intake<ReplayTick, Instant> intake;
    private final ReplayTime time;

    TickHandler(KafkaClients clients, ReplayTime time, MeterRegistry metrics) {
        this.intake = new Intake<>(
                Topics.REPLAY_TICKS, ReplayTick.class, clients.schemas(), ReplayTick::getOccurredAt, metrics);
        this.time = time;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Intake.Taken<Instant> taken = intake.take(records);
        if (!taken.facts().isEmpty()) {
            time.advanceTo(taken.facts().lastEntry().getValue());
        }
        return taken.parked();
    }
}
