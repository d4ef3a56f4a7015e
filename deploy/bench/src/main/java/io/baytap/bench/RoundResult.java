package io.baytap.bench;

import io.baytap.bench.TopicTally.Tally;
import java.util.Map;

/**
 * What one round measured.
 *
 * @param flags by process, what decides its speed
 */
record RoundResult(Day day, Intake intake, Map<String, String> flags) {

    /**
     * A day's way through the line.
     *
     * @param records what the services published for it
     * @param producer the ceiling: Kafka's producer, with records of that size
     * @param rows of the ledger that came of it
     * @param copy the ceiling: PostgreSQL, taking these rows
     */
    record Day(Measurement trips, Tally records, Measurement producer, long rows, Measurement copy) {

        Measurement inRecords() {
            return trips.countedAs(records.records());
        }

        Measurement inRows() {
            return trips.countedAs(rows);
        }
    }

    /**
     * Taps until they were acknowledged.
     *
     * @param records what tap-ingest published
     * @param producer the ceiling: Kafka's producer, with records of that size
     */
    record Intake(Measurement taps, Tally records, Measurement producer) {}
}
