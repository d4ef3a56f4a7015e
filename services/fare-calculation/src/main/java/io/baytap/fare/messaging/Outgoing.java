package io.baytap.fare.messaging;

import org.jspecify.annotations.Nullable;

/** What leaves the assessment of a tap. The bytes are ready for the topic. */
sealed interface Outgoing {

    byte @Nullable [] value();

    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Fare(byte[] value) implements Outgoing {}

    /** A tap that cannot be used. */
    @SuppressWarnings("ArrayRecordComponent")
    record ParkedTap(byte @Nullable [] value) implements Outgoing {}

    /** A record of the ticks' topic that is no tick. */
    @SuppressWarnings("ArrayRecordComponent")
    record ParkedTick(byte @Nullable [] value) implements Outgoing {}
}
