package io.baytap.fx.messaging;

import org.jspecify.annotations.Nullable;

/** What leaves the processors. The bytes are ready for the topic. */
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

    /** What conversions have exposed since the last time, for the desk. */
    @SuppressWarnings("ArrayRecordComponent")
    record Exposed(byte[] value) implements Outgoing {}

    /** How an exposure stands. */
    @SuppressWarnings("ArrayRecordComponent")
    record ExposureEvent(byte[] value) implements Outgoing {}

    @SuppressWarnings("ArrayRecordComponent")
    record DealEvent(byte[] value) implements Outgoing {}
}
