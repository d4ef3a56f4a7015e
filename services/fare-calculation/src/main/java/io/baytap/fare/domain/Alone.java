package io.baytap.fare.domain;

import java.time.Instant;

/**
 * A journey and what it costs by itself.
 *
 * @param departs its first tap
 * @param arrives its last tap
 */
public record Alone(String journeyId, String operatorId, Instant departs, Instant arrives, JourneyFare fare) {}
