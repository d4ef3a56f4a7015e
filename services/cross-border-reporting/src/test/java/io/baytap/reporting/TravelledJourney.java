package io.baytap.reporting;

import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.Leg;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A journey on the MTR of a day, as its fares tell of it. */
public record TravelledJourney(TravelDay day, String name, int hour) {

    /** That many of them, all between the same stops. */
    static List<FareAssessed> several(TravelDay day, int hour, String from, String to, int journeys) {
        return IntStream.range(0, journeys)
                .mapToObj(n -> new TravelledJourney(day, from + to + hour + "-" + n, hour).fare(0, from, to))
                .toList();
    }

    /** Null for a stop where nobody tapped. */
    public FareAssessed fare(int revision, @Nullable String from, @Nullable String to) {
        FareAssessed fare = withdrawn(revision);
        fare.setBeganAt(day.at(hour, 5));
        fare.setComplete(from != null && to != null);
        fare.setLegs(List.of(Leg.newBuilder()
                .setRouteId("MTR:heavy-rail")
                .setFromStopId(from)
                .setToStopId(to)
                .setRule("hand-made")
                .setAmountMinor(490)
                .build()));
        return fare;
    }

    /** It turned out to be none. */
    public FareAssessed withdrawn(int revision) {
        String journeyId = "journey:tap:" + name + ":" + day.day();
        return FareAssessed.newBuilder()
                .setEventId("fare:" + journeyId + ":" + revision)
                .setOccurredAt(day.at(hour, 30))
                .setRiderId(TravelDay.RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setJourneyId(journeyId)
                .setRevision(revision)
                .setKind(revision == 0 ? FareKind.FARE : FareKind.CORRECTION)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(day.day())
                .setAmountMinor(0)
                .setNetMinor(0)
                .setCurrency("HKD")
                .setComplete(true)
                .setLegs(List.of())
                .setTapIds(List.of())
                .setTariffVersion("MTR@test")
                .setAdjustments(List.of())
                .setSubsidies(List.of())
                .build();
    }
}
