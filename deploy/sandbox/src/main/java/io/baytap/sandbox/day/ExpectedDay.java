package io.baytap.sandbox.day;

import java.time.LocalDate;
import java.util.List;

/** What should come out in the end, looked up in the published tables. */
public record ExpectedDay(LocalDate day, long seed, ExpectedTaps taps, List<ExpectedRider> riders) {

    /** Journeys of all riders. */
    public long journeys() {
        return riders.stream().mapToLong(rider -> rider.journeys().size()).sum();
    }
}
