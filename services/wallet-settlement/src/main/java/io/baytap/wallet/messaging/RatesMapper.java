package io.baytap.wallet.messaging;

import io.baytap.schemas.Money;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.wallet.domain.ConversionRates;
import io.baytap.wallet.messaging.Intake.UnusableException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what a fare was converted at, and holds its amounts against it. */
final class RatesMapper {

    private RatesMapper() {}

    /**
     * Null where the event is from before there were these fields.
     *
     * @throws UnusableException if the event's amounts and residue do not follow from its rates: what cannot be explained
     *     is not booked
     */
    static @Nullable ConversionRates rates(FareConverted event, Money fare, Money wallet) throws UnusableException {
        if (event.getAppliedRate().isEmpty()) {
            return null;
        }
        ConversionRates rates;
        BigDecimal residue;
        try {
            rates = ConversionRates.of(
                    new BigDecimal(event.getRate()),
                    new BigDecimal(event.getAppliedRate()),
                    event.getRateIds(),
                    fare,
                    wallet);
            residue = new BigDecimal(event.getResidue());
        } catch (IllegalArgumentException _) {
            throw new UnusableException("RATE_UNREADABLE", "rate, appliedRate or residue");
        }
        if (event.getMidMinor() != wallet.minor() - event.getSpreadMinor()) {
            throw new UnusableException("AMOUNTS_DISAGREE", "midMinor");
        }
        if (rates.residue(fare, wallet).compareTo(residue) != 0) {
            throw new UnusableException(
                    "RESIDUE_DISAGREES", "residue is not walletMinor less fareMinor at appliedRate");
        }
        return rates;
    }
}
