package io.baytap.fx.messaging;

import io.baytap.fx.domain.Fare;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Fares of one partition without a usable rate, as they came, ordered by time, journey and revision: a correction never
 * overtakes the fare that it corrects.
 */
final class WaitingFares {

    private static final byte[] NOTHING = {};

    private final KeyValueStore<Bytes, byte[]> store;
    private final AtomicLong count;

    /** @param count a gauge that is kept equal to the number of fares */
    WaitingFares(KeyValueStore<Bytes, byte[]> store, AtomicLong count) {
        this.store = store;
        this.count = count;
        long found = 0;
        try (var all = store.all()) {
            while (all.hasNext()) {
                all.next();
                found++;
            }
        }
        count.set(found);
    }

    /** A fare that comes again while it waits is kept once. */
    void add(Fare fare, byte[] value) {
        if (store.putIfAbsent(key(fare, fare.revision()), value) == null) {
            count.incrementAndGet();
        }
    }

    void remove(Bytes key) {
        if (store.delete(key) != null) {
            count.decrementAndGet();
        }
    }

    /** True when a fare of the same journey waits already. */
    boolean holdsJourneyOf(Fare fare) {
        if (count.get() == 0) {
            return false;
        }
        try (var sameJourney = store.range(key(fare, 0), key(fare, Integer.MAX_VALUE))) {
            return sameJourney.hasNext();
        }
    }

    /** The first fares after {@code cursor}, at most {@code max}. */
    List<KeyValue<Bytes, byte[]>> after(Bytes cursor, int max) {
        List<KeyValue<Bytes, byte[]>> found = new ArrayList<>();
        if (count.get() == 0) {
            return found;
        }
        try (var rest = store.range(cursor, null)) {
            while (rest.hasNext() && found.size() < max) {
                var next = rest.next();
                if (!next.key.equals(cursor)) {
                    found.add(next);
                }
            }
        }
        return found;
    }

    /** The partition goes to another replica, and its fares with it. */
    void close() {
        count.set(0);
    }

    /** Before every fare. */
    static Bytes start() {
        return Bytes.wrap(NOTHING);
    }

    private static Bytes key(Fare fare, int revision) {
        byte[] journey = fare.journeyId().getBytes(StandardCharsets.UTF_8);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, fare.occurredAt());
        // The sign bit is flipped so that the bytes sort as the numbers do; the zero ends the journey's id.
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + journey.length + 1 + Integer.BYTES)
                .putLong(micros ^ Long.MIN_VALUE)
                .put(journey)
                .put((byte) 0)
                .putInt(revision)
                .array());
    }
}
