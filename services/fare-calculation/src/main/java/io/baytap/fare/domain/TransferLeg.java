package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Instant;

/**
 * A leg as transfer rules see it.
 *
 * @param legGroupId the leg group of the rule that priced it
 * @param arrives when it ended; when it began, where nobody taps on leaving
 * @param fare what it costs alone
 */
public record TransferLeg(String legGroupId, Instant departs, Instant arrives, Money fare) {}
