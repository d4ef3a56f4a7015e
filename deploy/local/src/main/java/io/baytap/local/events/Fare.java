package io.baytap.local.events;

import io.baytap.schemas.fares.v1.FareAdjustment;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.Leg;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fare, or the correction of one, in minor units of the operator's currency.
 *
 * @param aloneMinor what the journey's rides cost by themselves
 * @param adjustedMinor what rules beside them changed, by kind; kinds that changed nothing are not in it
 */
public record Fare(
        String journeyId,
        String riderId,
        String operatorId,
        FareKind kind,
        int revision,
        Instant occurredAt,
        long amountMinor,
        long netMinor,
        String currency,
        boolean complete,
        long aloneMinor,
        Map<String, Long> adjustedMinor) {

    static Fare of(FareAssessed fare) {
        return new Fare(
                fare.getJourneyId(),
                fare.getRiderId(),
                fare.getOperatorId(),
                fare.getKind(),
                fare.getRevision(),
                fare.getOccurredAt(),
                fare.getAmountMinor(),
                fare.getNetMinor(),
                fare.getCurrency(),
                fare.getComplete(),
                fare.getLegs().stream().mapToLong(Leg::getAmountMinor).sum(),
                adjusted(fare));
    }

    private static Map<String, Long> adjusted(FareAssessed fare) {
        Map<String, Long> adjusted = new TreeMap<>();
        for (FareAdjustment adjustment : fare.getAdjustments()) {
            adjusted.merge(adjustment.getKind().name(), adjustment.getAmountMinor(), Math::addExact);
        }
        adjusted.values().removeIf(amount -> amount == 0);
        return adjusted;
    }
}
