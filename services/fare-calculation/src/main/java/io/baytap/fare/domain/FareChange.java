package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fare to be published: a journey's first one, or a correction.
 *
 * @param delta what it adds to the journey's fare; the fare itself the first time
 * @param corrects the id of the fare before it; null the first time
 */
public record FareChange(
        Assessed assessed, Money delta, @Nullable String corrects, List<Leg> legs, String tariffVersion) {}
