package io.baytap.reporting.domain.opendata;

import java.util.Comparator;

/**
 * A cell of one operator's journeys in one city: of all dimensions it either names a value or takes their total.
 *
 * @param origin the stop where the journey began, {@link #UNKNOWN} if nobody tapped there, or {@link #TOTAL}
 * @param destination the stop where it ended, likewise
 * @param hour of its first tap in Hong Kong, {@code 00} to {@code 23}, or {@link #TOTAL}
 */
public record JourneyCell(String origin, String destination, String hour) implements Comparable<JourneyCell> {

    /** As SDMX writes a total. */
    public static final String TOTAL = "_T";

    /** As SDMX writes what is not known. */
    public static final String UNKNOWN = "_U";

    private static final Comparator<JourneyCell> ORDER = Comparator.comparing(JourneyCell::origin)
            .thenComparing(JourneyCell::destination)
            .thenComparing(JourneyCell::hour);

    @Override
    public int compareTo(JourneyCell other) {
        return ORDER.compare(this, other);
    }
}
