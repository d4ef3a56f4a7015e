package io.baytap.fx.messaging;

import io.baytap.fx.messaging.RateFeed.Position;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.DeadLetter;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Parks the records of the rates topic that are no rates: once, although every replica reads the topic from its
 * beginning at each start. So one task does it, inside its transaction, and remembers up to which offset it has.
 */
final class RateParking {

    private final ProcessorContext<byte[], Outgoing> context;
    private final ConversionParts parts;
    private final KeyValueStore<Integer, Long> parkedUpTo;

    /** @param parkedUpTo per partition of the rates topic, the last offset that was parked */
    RateParking(
            ProcessorContext<byte[], Outgoing> context,
            ConversionParts parts,
            KeyValueStore<Integer, Long> parkedUpTo) {
        this.context = context;
        this.parts = parts;
        this.parkedUpTo = parkedUpTo;
    }

    void park() {
        if (context.taskId().partition() != 0) {
            return;
        }
        for (RateFeed.UnreadableRate rate : parts.feed().unreadable()) {
            Position position = rate.position();
            Long parked = parkedUpTo.get(position.partition());
            if (parked != null && parked >= position.offset()) {
                continue;
            }
            var headers = DeadLetter.headers(
                    rate.record().headers(),
                    rate.reason(),
                    rate.detail(),
                    Topics.FX_RATES.name(),
                    position.partition(),
                    position.offset());
            context.forward(new Record<>(
                    rate.record().key(),
                    new Outgoing.ParkedRate(rate.record().value()),
                    context.currentSystemTimeMs(),
                    headers));
            parkedUpTo.put(position.partition(), position.offset());
            parts.meter().countParked(rate.reason());
        }
    }
}
