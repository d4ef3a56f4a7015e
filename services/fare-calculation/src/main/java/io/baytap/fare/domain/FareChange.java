package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fare to be published: a journey's first one, or a correction.
 *
 * @param beganAt the time of the journey's first tap; null when it is no journey any more
 * @param delta what it adds to the journey's fare; the fare itself the first time
 * @param corrects the id of the fare before it; null the first time
 * @param adjustments from the leg's fare to the net
 * @param subsidies what it adds to subsidies that the rider is paid later
 * @param tariffVersion of the tariff that priced it; that in force, if it is no journey any more
 */
public record FareChange(
        Assessed assessed,
        @Nullable Instant beganAt,
        Money delta,
        @Nullable String corrects,
        List<Adjustment> adjustments,
        List<Subsidies.Accrual> subsidies,
        String tariffVersion) {

    FareChange with(List<Subsidies.Accrual> accruals) {
        return new FareChange(assessed, beganAt, delta, corrects, adjustments, accruals, tariffVersion);
    }
}
