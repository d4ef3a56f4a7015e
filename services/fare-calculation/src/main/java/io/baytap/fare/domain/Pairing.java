package io.baytap.fare.domain;

/** Which taps make a journey. */
public enum Pairing {
    /** An entry with its exit; one of the two alone costs the maximum fare. */
    ENTRY_EXIT,
    /** Boarding alone. */
    ON_ENTRY,
    /** Leaving alone. */
    ON_EXIT,
    /** Boarding alone, in full; who also taps on leaving pays the fare of the section and gets the difference back. */
    BOARD_THEN_REBATE
}
