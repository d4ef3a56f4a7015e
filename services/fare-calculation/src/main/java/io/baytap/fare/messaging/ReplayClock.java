package io.baytap.fare.messaging;

import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/** Set by the ticks of a replay; it never goes back. */
public final class ReplayClock implements LineClock {

    private static final Logger LOG = Logger.getLogger(ReplayClock.class);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.MIN);
    private final Backoff backoff;

    /** @param backoff how to wait while the registry is away */
    public ReplayClock(Backoff backoff) {
        this.backoff = backoff;
    }

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
                switch (read(reader, tick.value())) {
                    case Reading.Event<ReplayTick>(ReplayTick event) ->
                        now.accumulateAndGet(event.getOccurredAt(), (a, b) -> a.isAfter(b) ? a : b);
                    case Reading.Unreadable<ReplayTick>(Reading.Cause cause, String detail) ->
                        // The thread of a global store is outside of every transaction and cannot park it.
                        LOG.warnf("a tick is not used: %s (%s)", cause, detail);
                }
            }
        };
    }

    private Reading<ReplayTick> read(EventReader<ReplayTick> reader, byte[] value) {
        for (int attempt = 0; ; attempt++) {
            try {
                return reader.read(value);
            } catch (RegistryAwayException e) {
                LOG.warnf("the ticks cannot be read on: %s", e.getMessage());
                if (!backoff.pause(attempt)) {
                    throw e;
                }
            }
        }
    }
}
