package io.baytap.bench.reporting;

import io.baytap.bench.Measurement;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param counting fares, each with two taps, a price, a posting and a charge; round by round
 * @param rows of the generated year, by table
 * @param answers over that year
 * @param flags by process, what decides its speed
 */
record ReportingResult(
        List<Measurement> counting, Map<String, Long> rows, List<Answer> answers, Map<String, String> flags) {

    /**
     * A question that was asked several times.
     *
     * @param first seconds of the first time
     * @param seconds of the slowest time after that
     * @param bytes of the answer
     * @param memoryMebibytes resident memory of the service at its peak so far
     */
    record Answer(String question, String goal, double first, double seconds, long bytes, long memoryMebibytes) {}
}
