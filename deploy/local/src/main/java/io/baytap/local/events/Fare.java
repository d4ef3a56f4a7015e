package io.baytap.local.events;

import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import java.time.Instant;

/** A fare, or the correction of one, in minor units of the operator's currency. */
public record Fare(
        String journeyId,
        String riderId,
        String operatorId,
        FareKind kind,
        int revision,
        Instant occurredAt,
        long amountMinor,
        long netMinor,
        String currency) {

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
                fare.getCurrency());
    }
}
