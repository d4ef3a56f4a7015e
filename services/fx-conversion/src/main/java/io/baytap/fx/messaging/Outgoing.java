package io.baytap.fx.messaging;

import org.jspecify.annotations.Nullable;

/** What leaves the conversion of a fare. The bytes are ready for the topic. */
sealed interface Outgoing {

    byte @Nullable [] value();

    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Converted(byte[] value) implements Outgoing {}

    /** A fare that could not be read. */
    @SuppressWarnings("ArrayRecordComponent")
    record ParkedFare(byte @Nullable [] value) implements Outgoing {}

    /** A rate that could not be read. */
    @SuppressWarnings("ArrayRecordComponent")
    record ParkedRate(byte @Nullable [] value) implements Outgoing {}
}
