package io.baytap.reporting.messaging;

import static io.baytap.reporting.messaging.Fields.key;
import static io.baytap.reporting.messaging.Fields.text;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.JourneyAssessed;
import io.baytap.reporting.domain.Trip;
import io.baytap.reporting.domain.opendata.JourneyCell;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.Leg;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a fare to the journey it is for. */
final class JourneyMapper {

    private JourneyMapper() {}

    /** A journey keeps its id and, whatever corrects it, the time of its first fare. */
    static Observation journey(FareAssessed fare) throws OutOfRangeException {
        return new JourneyAssessed(
                key(text(fare.getJourneyId(), "journeyId"), fare.getOccurredAt()), fare.getRevision(), trip(fare));
    }

    private static @Nullable Trip trip(FareAssessed fare) throws OutOfRangeException {
        List<Leg> legs = fare.getLegs();
        Instant beganAt = fare.getBeganAt();
        if (legs.isEmpty() || beganAt == null) {
            return null;
        }
        Instant began = Fields.instant(beganAt, "beganAt");
        return new Trip(
                Fields.day(BusinessDay.of(began), "beganAt"),
                BusinessDay.hour(began),
                text(fare.getOperatorId(), "operatorId"),
                text(fare.getCity(), "city"),
                stop(legs.getFirst().getFromStopId(), "legs.fromStopId"),
                stop(legs.getLast().getToStopId(), "legs.toStopId"));
    }

    /** No stop may be called what means a total, or one that nobody knows. */
    private static String stop(@Nullable String stopId, String field) throws OutOfRangeException {
        if (stopId == null) {
            return JourneyCell.UNKNOWN;
        }
        if (stopId.equals(JourneyCell.TOTAL) || stopId.equals(JourneyCell.UNKNOWN)) {
            throw new OutOfRangeException(field);
        }
        return text(stopId, field);
    }
}
