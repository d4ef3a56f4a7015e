package io.baytap.wallet.messaging;

import io.baytap.schemas.Money;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.ConversionRates;
import io.baytap.wallet.domain.LedgerRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A booked fare as an event: a function of what is booked alone, so that it can be told twice and is the same. */
final class SettlementMapper {

    private SettlementMapper() {}

    static SettlementPosted toEvent(Conversion conversion, @Nullable LocalDate settlementDay) {
        SettlementPosted event = SettlementPosted.newBuilder()
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
                .setSettlementDay(settlementDay)
                .build();
        ConversionRates rates = conversion.rates();
        if (rates != null) {
            Money fare = conversion.fare();
            Money wallet = conversion.wallet();
            event.setRate(ConversionRates.wholeUnits(rates.mid(), fare, wallet).toPlainString());
            event.setAppliedRate(
                    ConversionRates.wholeUnits(rates.applied(), fare, wallet).toPlainString());
            event.setRateIds(rates.ids());
            event.setResidue(rates.residue(fare, wallet).toPlainString());
        }
        return event;
    }
}
