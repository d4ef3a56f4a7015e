package io.baytap.sandbox.day;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * What one rider sets out to do: rides with the time between them, for the sake of a rule that they run into.
 *
 * @param from the earliest time to set out
 * @param until the latest
 */
record Outing(LocalTime from, LocalTime until, List<Step> steps) {

    /** From setting out to the end of the last ride. */
    Duration duration() {
        return steps.stream()
                .map(step -> step.before().plus(step.ride().duration()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** @param before from the end of the ride before, or from setting out */
    record Step(Ride ride, Duration before) {}

    static Step first(Ride ride) {
        return new Step(ride, Duration.ZERO);
    }

    static Outing morning(Step... steps) {
        return new Outing(LocalTime.of(6, 0), LocalTime.of(9, 30), List.of(steps));
    }

    static Outing afternoon(Step... steps) {
        return new Outing(LocalTime.of(12, 1), LocalTime.of(17, 0), List.of(steps));
    }

    static Outing anyTime(Step... steps) {
        return new Outing(LocalTime.of(6, 0), LocalTime.of(17, 0), List.of(steps));
    }
}
