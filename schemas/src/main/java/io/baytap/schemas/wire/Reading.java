package io.baytap.schemas.wire;

/** What a record's bytes turned out to be. */
public sealed interface Reading<T> {

    /** An event. */
    record Event<T>(T event) implements Reading<T> {}

    /** Nothing that any retry makes readable. */
    record Unreadable<T>(Cause cause, String detail) implements Reading<T> {}

    /** Stable: the names stand in the dead letters' headers and in metrics. */
    enum Cause {
        /** The record has no value. */
        NO_VALUE,
        /** It does not begin with a zero byte and a schema id. */
        NOT_FRAMED,
        /** The registry has no schema with that id. */
        UNKNOWN_SCHEMA,
        /** It is an event, but another one than the topic's. */
        OTHER_EVENT,
        /** The bytes do not follow the schema. */
        NOT_AVRO
    }
}
