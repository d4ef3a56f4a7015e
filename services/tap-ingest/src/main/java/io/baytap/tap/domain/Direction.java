package io.baytap.tap.domain;

/** Which way the rider passed the gate. */
public enum Direction {
    /** Into the paid area, or on boarding. */
    ENTRY,
    /** Out of the paid area, or on alighting. */
    EXIT
}
