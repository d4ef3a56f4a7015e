package io.baytap.operations;

import io.baytap.schemas.wire.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Where a record lay before it was parked. No two records have it in common, so a record is known by it. */
record Origin(String topic, int partition, long offset) {

    /** Null if the headers do not say where. */
    static @Nullable Origin find(Headers headers) {
        String topic = text(headers, DeadLetter.TOPIC);
        String partition = text(headers, DeadLetter.PARTITION);
        String offset = text(headers, DeadLetter.OFFSET);
        if (topic == null || partition == null || offset == null) {
            return null;
        }
        try {
            return new Origin(topic, Integer.parseInt(partition), Long.parseLong(offset));
        } catch (NumberFormatException e) {
            // Whoever wrote that is none of the line's consumers.
            return null;
        }
    }

    /** The last header of that name; null if there is none. */
    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
