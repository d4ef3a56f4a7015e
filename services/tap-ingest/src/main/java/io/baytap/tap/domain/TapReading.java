package io.baytap.tap.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One element of a batch: a tap, or something that is none. */
public sealed interface TapReading {

    record Complete(Tap tap) implements TapReading {}

    /**
     * No tap.
     *
     * @param sequence {@link #NO_SEQUENCE} when unreadable
     * @param fingerprint of the element as it was sent, which tells elements without a sequence apart
     * @param occurredAt null when unreadable
     * @param field the first field at fault; null if the element is no object at all
     * @param detail what is wrong with it, for a person
     */
    record Malformed(
            long sequence,
            long fingerprint,
            @Nullable Instant occurredAt,
            @Nullable String field,
            String detail) implements TapReading {}

    long NO_SEQUENCE = -1;
}
