package io.baytap.tap.domain;

import java.time.Duration;

/**
 * How much is taken at once.
 *
 * @param batchMax taps of one request
 * @param bodyBytesMax of one request
 * @param inFlightTapsMax taps of all requests under way
 * @param inFlightBytesMax bodies of all requests under way
 * @param retryAfter when a gate that was sent away for lack of room should come again
 */
public record IntakeLimits(
        int batchMax, int bodyBytesMax, int inFlightTapsMax, int inFlightBytesMax, Duration retryAfter) {}
