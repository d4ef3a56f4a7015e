package io.baytap.reporting.domain.report;

/**
 * How many reports are read at once, and beside those how many files of records are sent.
 *
 * @param max of each
 */
public record ReportsAtOnce(int max) {

    /**
     * As the settings say.
     *
     * @param connectionsMax what the database gives to all who read, some of which stay for screens
     */
    public static ReportsAtOnce of(int max, int connectionsMax) {
        if (max < 1 || 2 * max >= connectionsMax) {
            throw new IllegalArgumentException(
                    "reporting.reports-at-once-max is not between 1 and half of quarkus.datasource.jdbc.max-size (%d): %d"
                            .formatted(connectionsMax, max));
        }
        return new ReportsAtOnce(max);
    }
}
