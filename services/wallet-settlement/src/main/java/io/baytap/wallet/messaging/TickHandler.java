package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.wallet.domain.ReplayTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Follows the time of a replayed day. */
final class TickHandler implements RecordHandler {

    private final Decoder<ReplayTick> decoder;
    private final DeadLetters deadLetters;
    private final ReplayTime time;

    TickHandler(KafkaClients clients, ReplayTime time, MeterRegistry metrics) {
        this.decoder = new Decoder<>(ReplayTick.class, clients.registry());
        this.deadLetters = new DeadLetters(Topics.REPLAY_TICKS, metrics);
        this.time = time;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ProducerRecord<byte[], byte[]>> parked = new ArrayList<>();
        @Nullable ReplayTick last = null;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                last = decoder.decode(record);
            } catch (UnreadableRecord e) {
                parked.add(deadLetters.park(record, e));
            }
        }
        if (last != null) {
            time.advanceTo(last.getOccurredAt());
        }
        return parked;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
