package io.baytap.local;

import java.time.LocalDate;

/**
 * Which day of travel: two equal settings make the same day.
 *
 * @param faultyStatements whether providers and bank tell it with errors
 */
public record DaySettings(LocalDate day, long seed, int trips, boolean faultyStatements) {

    /** A day that everybody tells as it was. */
    public DaySettings(LocalDate day, long seed, int trips) {
        this(day, seed, trips, false);
    }
}
