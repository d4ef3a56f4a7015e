package io.baytap.wallet.storage;

import java.time.Duration;
import java.util.Map;

/**
 * How long a row is left alone after it was touched.
 *
 * @param first the first time; doubled each time
 * @param max at most
 */
record Waits(Duration first, Duration max) {

    private static final double MILLIS_PER_SECOND = 1000.0;

    Map<String, Double> parameters() {
        return Map.of("wait", first.toMillis() / MILLIS_PER_SECOND, "wait_max", max.toMillis() / MILLIS_PER_SECOND);
    }
}
