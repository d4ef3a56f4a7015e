package io.baytap.fare.messaging;

import io.baytap.fare.domain.Adjustment;
import io.baytap.fare.domain.Assessed;
import io.baytap.fare.domain.FareChange;
import io.baytap.fare.domain.Subsidies;
import io.baytap.schemas.fares.v1.AdjustmentKind;
import io.baytap.schemas.fares.v1.FareAdjustment;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.Leg;
import io.baytap.schemas.fares.v1.SubsidyAccrued;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

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
                .setLegs(
                        fare.alone() == null
                                ? List.of()
                                : List.of(toLeg(fare.alone().leg())))
                .setAdjustments(change.adjustments().stream()
                        .map(FareMapper::toAdjustment)
                        .toList())
                .setSubsidies(
                        change.subsidies().stream().map(FareMapper::toSubsidy).toList())
                .setTapIds(fare.tapIds())
                .setTariffVersion(change.tariffVersion())
                .setBeganAt(change.beganAt())
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
        return new Leg(
                leg.routeId(),
                leg.fromStopId(),
                leg.toStopId(),
                leg.fareProductId(),
                leg.rule(),
                leg.fare().minor());
    }

    private static FareAdjustment toAdjustment(Adjustment adjustment) {
        return new FareAdjustment(
                switch (adjustment.kind()) {
                    case SURCHARGE -> AdjustmentKind.SURCHARGE;
                    case OFF_PEAK -> AdjustmentKind.OFF_PEAK;
                    case TRANSFER -> AdjustmentKind.TRANSFER;
                    case INTERCHANGE -> AdjustmentKind.INTERCHANGE;
                    case CAP -> AdjustmentKind.CAP;
                },
                adjustment.amount().minor(),
                adjustment.rule());
    }

    private static SubsidyAccrued toSubsidy(Subsidies.Accrual accrual) {
        return new SubsidyAccrued(
                accrual.rule(),
                accrual.month(),
                accrual.amount().minor(),
                accrual.amount().currency().getCurrencyCode());
    }
}
