package io.baytap.fare.messaging;

import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** Set by the ticks of a replay; it never goes back. */
public final class ReplayClock implements LineClock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.MIN);

    @Override
    public Instant now() {
        return now.get();
    }

    /** Reads the ticks' topic. */
    Processor<byte[], byte[], Void, Void> processor(SchemaLookup schemas) {
        var reader = new EventReader<>(ReplayTick.class, schemas);
        return new Processor<>() {
            @Override
            public void process(Record<byte[], byte[]> tick) {
                if (reader.read(tick.value()) instanceof Reading.Event<ReplayTick>(ReplayTick event)) {
                    now.accumulateAndGet(event.getOccurredAt(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        };
    }
}
