package io.baytap.fx.messaging;

import io.baytap.schemas.wire.Reading;

/** What a record is to this service. */
sealed interface Intake<T> {

    record Usable<T>(T value) implements Intake<T> {}

    /**
     * To be parked.
     *
     * @param reason a stable code: it stands in the dead letter's headers and in the metrics
     * @param detail for a person; nothing of the record's content
     */
    record Refused<T>(String reason, String detail) implements Intake<T> {
        static <T> Refused<T> of(ParkReason reason, String detail) {
            return new Refused<>(reason.name(), detail);
        }

        static <T> Refused<T> of(Reading.Unreadable<?> unreadable) {
            return new Refused<>(unreadable.cause().name(), unreadable.detail());
        }
    }
}
