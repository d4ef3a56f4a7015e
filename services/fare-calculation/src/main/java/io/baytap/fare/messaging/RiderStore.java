package io.baytap.fare.messaging;

import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The riders of one partition, and whom of them to look at when although no tap comes. */
final class RiderStore {

    /** The store is read through this often, by the line's clock: only alarms of this long are kept in memory. */
    private static final Duration ALARMS_FOR = Duration.ofHours(6);

    private final KeyValueStore<Bytes, byte[]> riders;
    private final Duration horizon;
    private final Alarms alarms = new Alarms();

    /** @param horizon how long after his last tap a rider is kept */
    RiderStore(KeyValueStore<Bytes, byte[]> riders, Duration horizon) {
        this.riders = riders;
        this.horizon = horizon;
    }

    Stored get(String riderId) {
        return RiderStateCodec.decode(riders.get(key(riderId)));
    }

    /** @param nextExpiry when a journey of the rider expires; null if none will */
    void put(String riderId, Stored before, RiderHistory history, @Nullable Instant nextExpiry) {
        Instant wakeAt = nextExpiry == null ? history.forgettableAt(horizon).orElse(null) : nextExpiry;
        riders.put(key(riderId), RiderStateCodec.encode(new Stored(history, wakeAt)));
        alarms.move(riderId, before.wakeAt(), wakeAt);
    }

    void forget(String riderId, Stored before) {
        riders.delete(key(riderId));
        alarms.move(riderId, before.wakeAt(), null);
    }

    /** Riders to be looked at by then, the earliest first. */
    List<String> wakenBy(Instant now, int max) {
        if (!alarms.reach(now)) {
            setAlarms(now.plus(ALARMS_FOR));
        }
        return alarms.dueAt(now, max);
    }

    private void setAlarms(Instant until) {
        alarms.reset(until);
        try (KeyValueIterator<Bytes, byte[]> all = riders.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> next = all.next();
                String riderId = new String(next.key.get(), StandardCharsets.UTF_8);
                alarms.move(riderId, null, RiderStateCodec.decode(next.value).wakeAt());
            }
        }
    }

    static Bytes key(String riderId) {
        return Bytes.wrap(riderId.getBytes(StandardCharsets.UTF_8));
    }
}
