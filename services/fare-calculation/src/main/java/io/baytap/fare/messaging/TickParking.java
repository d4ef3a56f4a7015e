package io.baytap.fare.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.DeadLetter;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Parks the records of the ticks' topic that are no ticks: once, although every replica reads the topic from its beginning
 * at each start. So one task does it, inside its transaction, and remembers up to which offset it has.
 */
final class TickParking {

    private static final int PARTITION = 0;

    private final ProcessorContext<byte[], Outgoing> context;
    private final FareParts parts;
    private final ReplayClock clock;
    private final KeyValueStore<Integer, Long> parkedUpTo;

    /** @param parkedUpTo the last offset that was parked, under the number of the topic's one partition */
    TickParking(
            ProcessorContext<byte[], Outgoing> context,
            FareParts parts,
            ReplayClock clock,
            KeyValueStore<Integer, Long> parkedUpTo) {
        this.context = context;
        this.parts = parts;
        this.clock = clock;
        this.parkedUpTo = parkedUpTo;
    }

    void park() {
        if (context.taskId().partition() != PARTITION) {
            return;
        }
        for (ReplayClock.UnreadableTick tick : clock.unreadable()) {
            Long parked = parkedUpTo.get(PARTITION);
            if (parked != null && parked >= tick.offset()) {
                continue;
            }
            var headers = DeadLetter.headers(
                    tick.record().headers(),
                    tick.reason().name(),
                    tick.detail(),
                    Topics.REPLAY_TICKS.name(),
                    PARTITION,
                    tick.offset());
            context.forward(new Record<>(
                    tick.record().key(),
                    new Outgoing.ParkedTick(tick.record().value()),
                    context.currentSystemTimeMs(),
                    headers));
            parkedUpTo.put(PARTITION, tick.offset());
            parts.meter().countParked(tick.reason().name());
        }
    }
}
