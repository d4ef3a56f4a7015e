package io.baytap.fare.messaging;

import io.baytap.fare.domain.RiderHistory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The riders of one partition, and beside them, ordered by time, whose journey expires when. */
final class RiderStore {

    private static final byte[] NOTHING = {};

    private final KeyValueStore<Bytes, byte[]> riders;
    private final KeyValueStore<Bytes, byte[]> expiries;

    RiderStore(KeyValueStore<Bytes, byte[]> riders, KeyValueStore<Bytes, byte[]> expiries) {
        this.riders = riders;
        this.expiries = expiries;
    }

    RiderStateCodec.Stored get(String riderId) {
        return RiderStateCodec.decode(riders.get(key(riderId)));
    }

    void put(String riderId, @Nullable Instant expiryBefore, RiderHistory history, @Nullable Instant nextExpiry) {
        riders.put(key(riderId), RiderStateCodec.encode(new RiderStateCodec.Stored(history, nextExpiry)));
        if (expiryBefore != null && !expiryBefore.equals(nextExpiry)) {
            expiries.delete(key(expiryBefore, riderId));
        }
        if (nextExpiry != null && !nextExpiry.equals(expiryBefore)) {
            expiries.put(key(nextExpiry, riderId), NOTHING);
        }
    }

    /** Riders with a journey that expires by then, the earliest first. */
    List<String> expired(Instant now, int max) {
        List<String> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> due =
                expiries.range(key(Instant.EPOCH, ""), key(now.plus(1, ChronoUnit.MICROS), ""))) {
            while (due.hasNext() && found.size() < max) {
                KeyValue<Bytes, byte[]> next = due.next();
                byte[] key = next.key.get();
                found.add(new String(key, Long.BYTES, key.length - Long.BYTES, StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static Bytes key(String riderId) {
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
