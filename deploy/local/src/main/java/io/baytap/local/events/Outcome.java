package io.baytap.local.events;

import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import java.time.LocalDate;

/** What became of a charge, in minor units of the wallet's currency. */
public record Outcome(
        String chargeId, String riderId, String walletScheme, LocalDate day, long amountMinor, String currency) {

    static Outcome of(ChargeSettled charge) {
        return new Outcome(
                charge.getChargeId(),
                charge.getRiderId(),
                charge.getWalletScheme().name(),
                charge.getBusinessDay(),
                charge.getAmountMinor(),
                charge.getCurrency());
    }

    static Outcome of(ChargeDeclined charge) {
        return new Outcome(
                charge.getChargeId(),
                charge.getRiderId(),
                charge.getWalletScheme().name(),
                charge.getBusinessDay(),
                charge.getAmountMinor(),
                charge.getCurrency());
    }

    static Outcome of(ChargeRefunded charge) {
        return new Outcome(
                charge.getChargeId(),
                charge.getRiderId(),
                charge.getWalletScheme().name(),
                charge.getBusinessDay(),
                charge.getAmountMinor(),
                charge.getCurrency());
    }
}
