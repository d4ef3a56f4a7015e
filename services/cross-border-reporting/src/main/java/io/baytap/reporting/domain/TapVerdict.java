package io.baytap.reporting.domain;

/** What became of a tap. Exactly one holds: a late tap is not counted as accepted too. */
public enum TapVerdict {
    ACCEPTED,
    LATE,
    REJECTED
}
