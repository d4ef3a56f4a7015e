package io.baytap.fare.rest;

import io.baytap.fare.domain.Adjustment;
import io.baytap.fare.domain.Leg;
import io.baytap.schemas.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fare and what it is made of: the leg's fare and the adjustments add up to the net.
 *
 * @param tariffVersion the feed and policy that priced it
 */
public record FareView(MoneyView net, LegView leg, List<AdjustmentView> adjustments, String tariffVersion) {

    /**
     * One ride.
     *
     * @param rule the row of the feed, or the clause of the policy
     */
    public record LegView(
            String route,
            @Nullable String from,
            @Nullable String to,
            MoneyView fare,
            @Nullable String fareProductId,
            String rule) {}

    /** What a rule other than the leg's own changed. */
    public record AdjustmentView(String kind, MoneyView amount, String rule) {}

    static FareView of(Money net, Leg leg, List<Adjustment> adjustments, String tariffVersion) {
        return new FareView(
                MoneyView.of(net),
                new LegView(
                        leg.routeId(),
                        leg.fromStopId(),
                        leg.toStopId(),
                        MoneyView.of(leg.fare()),
                        leg.fareProductId(),
                        leg.rule()),
                adjustments.stream()
                        .map(adjustment -> new AdjustmentView(
                                adjustment.kind().name(), MoneyView.of(adjustment.amount()), adjustment.rule()))
                        .toList(),
                tariffVersion);
    }
}
