package io.baytap.wallet.messaging;

import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.LedgerRules;

/** A booked fare as an event: a function of the conversion alone, so that it can be told twice and is the same. */
final class SettlementMapper {

    private SettlementMapper() {}

    static SettlementPosted toEvent(Conversion conversion) {
        return SettlementPosted.newBuilder()
                .setEventId(LedgerRules.postingId(conversion))
                .setOccurredAt(conversion.occurredAt())
                .setRiderId(conversion.riderId())
                .setWalletScheme(WalletScheme.valueOf(conversion.scheme().name()))
                .setConversionId(conversion.id())
                .setFareId(conversion.fareId())
                .setJourneyId(conversion.journeyId())
                .setKind(FareKind.valueOf(conversion.kind()))
                .setOperatorId(conversion.place().operatorId())
                .setCity(conversion.place().city())
                .setTerritory(conversion.place().territory())
                .setBusinessDay(conversion.businessDay())
                .setFareMinor(conversion.fare().minor())
                .setFareCurrency(conversion.fare().currency().getCurrencyCode())
                .setWalletMinor(conversion.wallet().minor())
                .setWalletCurrency(conversion.wallet().currency().getCurrencyCode())
                .setSpreadMinor(conversion.spread().minor())
                .setProposalId(conversion.proposalId().orElse(null))
                .build();
    }
}
