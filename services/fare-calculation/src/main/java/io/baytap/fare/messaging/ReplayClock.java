package io.baytap.fare.messaging;

import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Set by the ticks of a replay; it never goes back. A record that is no tick cannot be parked from here (this thread is
 * outside of every transaction): it is kept for {@link TickParking}, which can.
 */
public final class ReplayClock implements LineClock {

    private static final Logger LOG = Logger.getLogger(ReplayClock.class);

    /** Records that are no ticks, held in memory: a topic with more of them has another problem. */
    static final int UNREADABLE_MAX = 1_000;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.MIN);
    private final ConcurrentSkipListMap<Long, UnreadableTick> unreadable = new ConcurrentSkipListMap<>();
    private final Backoff backoff;

    /** @param backoff how to wait while the registry is away */
    public ReplayClock(Backoff backoff) {
        this.backoff = backoff;
    }

    /** A record of the ticks' one partition as it came, and why it is no tick. */
    record UnreadableTick(long offset, Record<byte[], byte[]> record, Reading.Cause reason, String detail) {}

    @Override
    public Instant now() {
        return now.get();
    }

    /** By offset. */
    Collection<UnreadableTick> unreadable() {
        return unreadable.values();
    }

    /** Reads the ticks' topic. */
    Processor<byte[], byte[], Void, Void> processor(SchemaLookup schemas) {
        return new Processor<>() {
            private final EventReader<ReplayTick> reader = new EventReader<>(ReplayTick.class, schemas);
            private @Nullable ProcessorContext<Void, Void> context;

            @Override
            public void init(ProcessorContext<Void, Void> processorContext) {
                this.context = processorContext;
            }

            @Override
            public void process(Record<byte[], byte[]> tick) {
                long offset = context == null
                        ? -1
                        : context.recordMetadata()
                                .map(metadata -> metadata.offset())
                                .orElse(-1L);
                take(reader, tick, offset);
            }
        };
    }

    private void take(EventReader<ReplayTick> reader, Record<byte[], byte[]> tick, long offset) {
        switch (read(reader, tick.value())) {
            case Reading.Event<ReplayTick>(ReplayTick event) ->
                now.accumulateAndGet(event.getOccurredAt(), (a, b) -> a.isAfter(b) ? a : b);
            case Reading.Unreadable<ReplayTick>(Reading.Cause cause, String detail) -> {
                LOG.warnf("the record at offset %d of the ticks' topic is no tick: %s (%s)", offset, cause, detail);
                if (unreadable.size() < UNREADABLE_MAX) {
                    unreadable.put(offset, new UnreadableTick(offset, tick, cause, detail));
                }
            }
        }
    }

    /** Waits out an outage of the registry: the clock must not miss a tick that it could read later. */
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
