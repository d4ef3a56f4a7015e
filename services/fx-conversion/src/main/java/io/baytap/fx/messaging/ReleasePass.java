package io.baytap.fx.messaging;

import io.baytap.fx.domain.RateBook;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * Goes over the waiting fares of a partition, oldest first and a bounded number at a time. Whether a fare can be
 * converted depends on the book of rates alone, so a pass is due only when the book has changed since the last began.
 */
final class ReleasePass {

    private final WaitingFares waiting;
    private final RateBook rates;
    private final int max;

    /** The book's version when the last pass began. */
    private long version = -1;
    /** Up to where the present pass has come; null between passes. */
    private @Nullable Bytes cursor;

    /** @param max fares of one round */
    ReleasePass(WaitingFares waiting, RateBook rates, int max) {
        this.waiting = waiting;
        this.rates = rates;
        this.max = max;
    }

    /** The fares to try now. */
    List<KeyValue<Bytes, byte[]>> round() {
        if (cursor == null) {
            long current = rates.version();
            if (current == version) {
                return List.of();
            }
            version = current;
            cursor = WaitingFares.start();
        }
        List<KeyValue<Bytes, byte[]>> fares = waiting.after(cursor, max);
        cursor = fares.size() < max ? null : fares.getLast().key;
        return fares;
    }
}
