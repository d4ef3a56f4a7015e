package io.baytap.local.events;

import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;

/** A fare in the wallet's currency; {@code lastTapId} is the tap that completed the journey. */
public record Conversion(
        String fareId,
        String journeyId,
        String riderId,
        FareKind kind,
        long fareMinor,
        String fareCurrency,
        long walletMinor,
        String walletCurrency,
        String lastTapId) {

    static Conversion of(FareConverted fare) {
        return new Conversion(
                fare.getFareId(),
                fare.getJourneyId(),
                fare.getRiderId(),
                fare.getKind(),
                fare.getFareMinor(),
                fare.getFareCurrency(),
                fare.getWalletMinor(),
                fare.getWalletCurrency(),
                fare.getTapIds().isEmpty() ? "" : fare.getTapIds().getLast());
    }
}
