package io.baytap.reporting.domain.live;

import java.time.Duration;

/**
 * How fast a service of the line goes, and how far it is behind.
 *
 * @param thousandthsPerSecond records a second, times 1,000
 * @param unread records that its group has still to read
 * @param waiting for how long, at least, the oldest of them has been there; zero if there is none
 */
public record StagePulse(String service, long thousandthsPerSecond, long unread, Duration waiting) {}
