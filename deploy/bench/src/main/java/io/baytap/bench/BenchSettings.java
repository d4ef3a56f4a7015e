package io.baytap.bench;

import io.baytap.local.DaySettings;
import java.time.LocalDate;

/**
 * How much is measured.
 *
 * @param rounds each on a line of its own
 * @param trips of the day whose way through the line is measured
 * @param taps sent to tap-ingest when its intake is measured; as many before, to warm it up
 */
record BenchSettings(int rounds, int trips, int taps) {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final int TRIPS_MIN = 60;

    DaySettings day() {
        return new DaySettings(DAY, 1, trips);
    }

    /** Half as busy, and over before the day begins. */
    DaySettings warmUp() {
        return new DaySettings(DAY.minusDays(2), 1, Math.max(TRIPS_MIN, trips / 2));
    }
}
