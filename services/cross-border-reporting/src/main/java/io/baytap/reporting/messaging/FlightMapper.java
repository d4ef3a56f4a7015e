package io.baytap.reporting.messaging;

import static io.baytap.reporting.messaging.Fields.day;
import static io.baytap.reporting.messaging.Fields.instant;
import static io.baytap.reporting.messaging.Fields.text;

import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.FareMoved;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.time.LocalDate;

/** What of a fare's way an event tells. {@link MoneyMapper} has looked at the amounts. */
final class FlightMapper {

    private static final int FIRST_ATTEMPT = 1;

    private FlightMapper() {}

    static Observation assessed(FareAssessed fare) throws OutOfRangeException {
        return new FareMoved(
                day(fare.getBusinessDay()),
                text(fare.getJourneyId(), "journeyId"),
                instant(fare.getOccurredAt(), "occurredAt"),
                text(fare.getOperatorId(), "operatorId"),
                1,
                0);
    }

    /** What two people decided was never assessed. */
    static Observation posted(SettlementPosted posted) throws OutOfRangeException {
        return new FareMoved(
                day(posted.getBusinessDay()),
                text(posted.getJourneyId(), "journeyId"),
                instant(posted.getOccurredAt(), "occurredAt"),
                text(posted.getOperatorId(), "operatorId"),
                posted.getProposalId() == null ? -1 : 0,
                askedMinor(posted));
    }

    /** Where the provider converts, it is asked for the fare: two currencies, and no rate of ours. */
    private static long askedMinor(SettlementPosted posted) {
        boolean byProvider =
                posted.getRate().isEmpty() && !posted.getFareCurrency().equals(posted.getWalletCurrency());
        return byProvider ? posted.getFareMinor() : posted.getWalletMinor();
    }

    static Observation settled(ChargeSettled charge) throws OutOfRangeException {
        return answer(charge.getBusinessDay(), charge.getJourneyId(), charge.getOperatorId(), -charge.getAmountMinor());
    }

    /** The first refusal is an answer, and the debt that it makes waits for nobody; further ones are no news. */
    static Observation declined(ChargeDeclined charge) throws OutOfRangeException {
        return answer(
                charge.getBusinessDay(),
                charge.getJourneyId(),
                charge.getOperatorId(),
                charge.getAttempt() == FIRST_ATTEMPT ? -charge.getAmountMinor() : 0);
    }

    static Observation refunded(ChargeRefunded charge) throws OutOfRangeException {
        return answer(charge.getBusinessDay(), charge.getJourneyId(), charge.getOperatorId(), charge.getAmountMinor());
    }

    private static Observation answer(LocalDate businessDay, String journeyId, String operatorId, long owedMinor)
            throws OutOfRangeException {
        return new FareMoved(
                day(businessDay), text(journeyId, "journeyId"), null, text(operatorId, "operatorId"), 0, owedMinor);
    }
}
