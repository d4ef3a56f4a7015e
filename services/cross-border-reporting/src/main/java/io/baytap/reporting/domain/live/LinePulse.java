package io.baytap.reporting.domain.live;

/** Feels the line's pulse from time to time. */
public interface LinePulse {

    /** What the latest look found. Asks nobody. */
    Pulse pulse();
}
