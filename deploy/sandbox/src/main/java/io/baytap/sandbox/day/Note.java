package io.baytap.sandbox.day;

/** What is out of the ordinary about a journey and decides its fare. */
public enum Note {
    /** A tap is missing: held at the highest fare of the network. */
    INCOMPLETE,
    /** An alighting tap brought a part of the boarding fare back. */
    REBATE,
    /** An alighting tap changed nothing: no section holds the ride, or it costs as much. */
    NO_REBATE,
    /** An alighting tap came too long after boarding. */
    ALIGHTED_TOO_LATE,
    /** Longer than the network allows, on top of the fare or at the highest fare. */
    OVERSTAYED,
    /** Left where it was entered, soon enough to be free. */
    SAME_STATION_FREE,
    /** Left where it was entered, too late to be free. */
    SAME_STATION_PAID,
    /** Between two stations that are one to passengers. */
    LINKED_STATIONS,
    /** Begun before KMB's tariff changes at noon, and over by then. */
    BEFORE_CHANGE,
    /** Begun before KMB's tariff changes at noon, and ended after. */
    ACROSS_CHANGE,
    /** Begun after KMB's tariff changed at noon. */
    AFTER_CHANGE
}
