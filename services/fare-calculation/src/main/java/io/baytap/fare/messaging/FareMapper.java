package io.baytap.fare.messaging;

import io.baytap.fare.domain.Assessed;
import io.baytap.fare.domain.FareChange;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.Leg;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.LocalDate;
import java.time.ZoneId;

/** From the domain to the fare event. */
final class FareMapper {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Hong_Kong");

    private FareMapper() {}

    static FareAssessed toEvent(String riderId, FareChange change) {
        Assessed fare = change.assessed();
        return FareAssessed.newBuilder()
                .setEventId(fare.fareId())
                .setOccurredAt(fare.fareAt())
                .setRiderId(riderId)
                .setWalletScheme(scheme(riderId))
                .setJourneyId(fare.journeyId())
                .setRevision(fare.revision())
                .setKind(kind(change))
                .setCorrects(change.corrects())
                .setOperatorId(fare.operatorId())
                .setCity(fare.city())
                .setTerritory(fare.territory())
                .setBusinessDay(LocalDate.ofInstant(fare.fareAt(), BUSINESS_ZONE))
                .setAmountMinor(change.delta().minor())
                .setNetMinor(fare.net().minor())
                .setCurrency(fare.net().currency().getCurrencyCode())
                .setComplete(fare.complete())
                .setLegs(change.legs().stream().map(FareMapper::toLeg).toList())
                .setTapIds(fare.tapIds())
                .setTariffVersion(change.tariffVersion())
                .build();
    }

    private static FareKind kind(FareChange change) {
        if (change.corrects() != null) {
            return FareKind.CORRECTION;
        }
        return change.assessed().complete() ? FareKind.FARE : FareKind.MAXIMUM;
    }

    /** A rider's id begins with the scheme. */
    private static WalletScheme scheme(String riderId) {
        return WalletScheme.valueOf(riderId.substring(0, riderId.indexOf(':')));
    }

    private static Leg toLeg(io.baytap.fare.domain.Leg leg) {
        return new Leg(leg.routeId(), leg.fromStopId(), leg.toStopId(), leg.fareProductId(), leg.rule());
    }
}
