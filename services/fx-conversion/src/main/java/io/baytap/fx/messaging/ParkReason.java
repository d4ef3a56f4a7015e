package io.baytap.fx.messaging;

/** Why an event that can be read is parked all the same. Stable: the names stand in headers and metrics. */
enum ParkReason {
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
