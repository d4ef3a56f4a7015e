package io.baytap.sandbox.day;

import java.time.Instant;

/**
 * A rider's ride.
 *
 * @param start when it is entered
 * @param end when it is left
 */
record Trip(Rider rider, Ride ride, Instant start, Instant end, Fault fault) {

    Trip with(Fault newFault) {
        return new Trip(rider, ride, start, end, newFault);
    }
}
