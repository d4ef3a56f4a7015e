package io.baytap.bench.taps;

import io.baytap.bench.IntakeLoad.Shape;
import io.baytap.bench.Measurement;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param recordBytes of a tap, key and value
 * @param known batches of riders whose codes were proven before
 * @param flags by process, what decides its speed
 */
record TapsResult(
        int recordBytes, Way batches, Way known, Way single, Signatures signatures, Map<String, String> flags) {

    /**
     * One way of sending, round by round.
     *
     * @param bodyBytes of a request
     */
    record Way(Shape shape, int bodyBytes, List<Measurement> tapIngest, List<Measurement> bare) {}
}
