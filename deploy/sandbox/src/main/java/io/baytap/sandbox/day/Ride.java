package io.baytap.sandbox.day;

import io.baytap.sandbox.published.PublishedRoute;
import java.time.Duration;

/**
 * One way from here to there, not yet anybody's.
 *
 * @param fromStopId where it is entered; empty where nobody taps on the way in
 * @param toStopId where it is left; empty where nobody taps on the way out
 * @param deck of a ferry; empty elsewhere
 * @param fareMinor published fare of the complete ride, in the city's currency
 */
record Ride(
        Service service,
        PublishedRoute route,
        String fromStopId,
        String toStopId,
        String deck,
        long fareMinor,
        Duration duration) {}
