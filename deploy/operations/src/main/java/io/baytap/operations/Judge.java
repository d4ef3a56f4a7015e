package io.baytap.operations;

import io.baytap.operations.Letter.State;
import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.DeadLetter;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Says of each letter of a topic, in their order, whether it can be put back. */
final class Judge {

    private final Topic source;
    private final Set<Origin> putBack;
    private final Set<Origin> seen = new HashSet<>();

    /**
     * @param source where the letters' records lay
     * @param putBack what is marked
     */
    Judge(Topic source, Set<Origin> putBack) {
        this.source = source;
        this.putBack = putBack;
    }

    Letter judge(ConsumerRecord<byte[], byte[]> record) {
        Origin origin = Origin.find(record.headers());
        return new Letter(
                record.topic(),
                record.offset(),
                state(record, origin),
                orEmpty(Origin.text(record.headers(), DeadLetter.REASON)),
                origin == null ? "" : origin.toString(),
                Instant.ofEpochMilli(record.timestamp()),
                orEmpty(Origin.text(record.headers(), DeadLetter.DETAIL)));
    }

    private State state(ConsumerRecord<byte[], byte[]> record, @Nullable Origin origin) {
        if (origin == null
                || !origin.topic().equals(source.name())
                || origin.partition() < 0
                || origin.partition() >= source.partitions()) {
            return State.NO_ORIGIN;
        }
        if (putBack.contains(origin)) {
            return State.PUT_BACK;
        }
        if (source.retention() == null) {
            return State.COMPACTED;
        }
        if (record.value() == null) {
            return State.NO_VALUE;
        }
        return seen.add(origin) ? State.PARKED : State.REPEATED;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
