package io.baytap.fare.domain;

/** Which taps make a journey: an entry with its exit, or one of the two alone. */
public enum Pairing {
    ENTRY_EXIT,
    ON_ENTRY,
    ON_EXIT
}
