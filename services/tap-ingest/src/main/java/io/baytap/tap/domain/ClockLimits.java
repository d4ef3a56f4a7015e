package io.baytap.tap.domain;

import java.time.Duration;

/**
 * How gates' clocks are measured and corrected.
 *
 * @param window how far back batches count; the fastest of them decides, for a network only delays
 * @param batchesMin fewer batches say nothing: one that was held up looks like a clock that is behind
 * @param driftMin a clock that is this close is not corrected
 * @param correctionMax no tap is moved further, either way
 */
public record ClockLimits(Duration window, int batchesMin, Duration driftMin, Duration correctionMax) {}
