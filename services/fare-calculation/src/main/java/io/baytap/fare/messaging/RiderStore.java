package io.baytap.fare.messaging;

import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The riders of one partition, and beside them, ordered by time, whom to look at when although no tap comes. */
final class RiderStore {

    private static final byte[] NOTHING = {};

    private final KeyValueStore<Bytes, byte[]> riders;
    private final KeyValueStore<Bytes, byte[]> wakes;
    private final Duration horizon;

    /** @param horizon how long after his last tap a rider is kept */
    RiderStore(KeyValueStore<Bytes, byte[]> riders, KeyValueStore<Bytes, byte[]> wakes, Duration horizon) {
        this.riders = riders;
        this.wakes = wakes;
        this.horizon = horizon;
    }

    Stored get(String riderId) {
        return RiderStateCodec.decode(riders.get(key(riderId)));
    }

    /** @param nextExpiry when a journey of the rider expires; null if none will */
    void put(String riderId, Stored before, RiderHistory history, @Nullable Instant nextExpiry) {
        Instant wakeAt = nextExpiry == null ? forgetAt(history) : nextExpiry;
        riders.put(key(riderId), RiderStateCodec.encode(new Stored(history, wakeAt)));
        Instant wakeBefore = before.wakeAt();
        if (wakeAt == null || !wakeAt.equals(wakeBefore)) {
            deleteWake(riderId, wakeBefore);
            if (wakeAt != null) {
                wakes.put(key(wakeAt, riderId), NOTHING);
            }
        }
    }

    void forget(String riderId, Stored before) {
        riders.delete(key(riderId));
        deleteWake(riderId, before.wakeAt());
    }

    /** Riders to be looked at by then, the earliest first. */
    List<String> wakenBy(Instant now, int max) {
        List<String> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> due =
                wakes.range(key(Instant.EPOCH, ""), key(now.plus(1, ChronoUnit.MICROS), ""))) {
            while (due.hasNext() && found.size() < max) {
                KeyValue<Bytes, byte[]> next = due.next();
                byte[] key = next.key.get();
                found.add(new String(key, Long.BYTES, key.length - Long.BYTES, StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** To the next full hour: the taps of one hour then set one alarm and not one each. */
    private @Nullable Instant forgetAt(RiderHistory history) {
        return history.forgettableAt(horizon)
                .map(time -> time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS))
                .orElse(null);
    }

    private void deleteWake(String riderId, @Nullable Instant at) {
        if (at != null) {
            wakes.delete(key(at, riderId));
        }
    }

    static Bytes key(String riderId) {
        return Bytes.wrap(riderId.getBytes(StandardCharsets.UTF_8));
    }

    /** Microseconds since the epoch, big-endian, so that bytes are ordered as the times are. */
    private static Bytes key(Instant at, String riderId) {
        byte[] rider = riderId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + rider.length)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .put(rider)
                .array());
    }
}
