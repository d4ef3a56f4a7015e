package io.baytap.fx.messaging;

/** Why a record was parked. Stable: the names stand in the dead letters' headers and in the metrics. */
enum ParkReason {
    /** No value. */
    EMPTY,
    /** Does not begin as a record with a schema id does. */
    NOT_AVRO,
    /** The registry has no schema with its id. */
    UNKNOWN_SCHEMA,
    /** Its bytes do not fit its schema, or its schema is not this event's. */
    UNREADABLE,
    /** The record's key is not the field that it should equal. */
    KEY_MISMATCH,
    UNKNOWN_WALLET_SCHEME,
    UNKNOWN_FARE_KIND,
    INVALID_CURRENCY,
    /** Its time is more than a day ahead of the clock. */
    TIME_AHEAD,
    /** An amount that the wallet's currency cannot hold. */
    AMOUNT_OVERFLOW,
    INVALID_RATE
}
