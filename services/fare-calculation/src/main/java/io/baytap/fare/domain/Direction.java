package io.baytap.fare.domain;

/** ENTRY: into the paid area or on boarding. EXIT: out of it or on alighting. */
public enum Direction {
    ENTRY,
    EXIT
}
