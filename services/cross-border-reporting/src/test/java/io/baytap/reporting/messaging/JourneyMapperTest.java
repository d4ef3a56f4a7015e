package io.baytap.reporting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.reporting.TravelDay;
import io.baytap.reporting.TravelledJourney;
import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.Observation.JourneyAssessed;
import io.baytap.reporting.domain.Trip;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.fares.v1.FareAssessed;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyMapperTest {

    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 4, 9));
    private static final TravelledJourney JOURNEY = new TravelledJourney(DAY, "g1:7", 23);

    @Test
    void aTripBelongsToTheDayAndHourOfItsFirstTapWhateverDayIsCharged() throws OutOfRangeException {
        FareAssessed fare = JOURNEY.fare(0, "MTR:1", "MTR:2");
        fare.setOccurredAt(Instant.parse("2026-04-09T16:20:00Z")); // past midnight in Hong Kong

        JourneyAssessed journey = (JourneyAssessed) JourneyMapper.journey(fare);

        assertThat(journey.trip())
                .isEqualTo(new Trip(LocalDate.of(2026, 4, 9), 23, "MTR", "hong-kong", "MTR:1", "MTR:2"));
    }

    @Test
    void allRevisionsOfAJourneyAreKnownByTheSameKey() throws OutOfRangeException {
        JourneyAssessed held = (JourneyAssessed) JourneyMapper.journey(JOURNEY.fare(0, "MTR:1", null));
        JourneyAssessed corrected = (JourneyAssessed) JourneyMapper.journey(JOURNEY.withdrawn(1));

        assertThat(held.journey())
                .isEqualTo(corrected.journey())
                .isEqualTo(EventKey.of("journey:tap:g1:7:2026-04-09", DAY.at(23, 30)));
        assertThat(held.trip()).extracting(Trip::destination).isEqualTo("_U");
        assertThat(corrected.trip()).isNull();
        assertThat(corrected.revision()).isEqualTo(1);
    }

    @Test
    void anEventOfBeforeThatTellsNoBeginningIsNoTrip() throws OutOfRangeException {
        FareAssessed fare = JOURNEY.fare(0, "MTR:1", "MTR:2");
        fare.setBeganAt(null);

        assertThat(((JourneyAssessed) JourneyMapper.journey(fare)).trip()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_T", "_U", "", "MTR\n1"})
    void aStopThatNoTableCouldNameIsRefused(String stop) {
        assertThatThrownBy(() -> JourneyMapper.journey(JOURNEY.fare(0, stop, "MTR:2")))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("legs.fromStopId");
        assertThatThrownBy(() -> JourneyMapper.journey(JOURNEY.fare(0, "MTR:1", stop)))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("legs.toStopId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "1999-12-31T15:59:59Z", "2099-12-31T16:00:00Z"})
    void aBeginningThatNoReportReachesIsRefused(Instant beganAt) {
        FareAssessed fare = JOURNEY.fare(0, "MTR:1", "MTR:2");
        fare.setBeganAt(beganAt);

        assertThatThrownBy(() -> JourneyMapper.journey(fare))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("beganAt");
    }
}
