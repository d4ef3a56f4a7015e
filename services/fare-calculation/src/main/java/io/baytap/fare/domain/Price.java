package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a ride costs and why.
 *
 * @param fareProductId the feed's product; null for a maximum fare
 * @param legGroupId the feed's leg group, by which transfers are found; null if the rule has none
 * @param rule the rule that decided: {@code fare_leg_rules.txt:<row>} of the feed, or a clause of the policy
 */
public record Price(
        Money fare,
        @Nullable String fareProductId,
        @Nullable String legGroupId,
        String rule) {}
