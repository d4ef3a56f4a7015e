package io.baytap.local.events;

import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import java.time.LocalDate;

/**
 * What became of a charge, in minor units of what was asked for.
 *
 * @param payerMinor what a debit cost its payer, where the provider converts; minor units of the payer's currency
 * @param feeMinor what the provider keeps of a debit
 */
public record Outcome(
        String chargeId,
        String riderId,
        String walletScheme,
        LocalDate day,
        long amountMinor,
        String currency,
        long payerMinor,
        long feeMinor) {

    /** Whose, and in what: {@code rider currency}. */
    public String riderAndCurrency() {
        return riderId + " " + currency;
    }

    static Outcome of(ChargeSettled charge) {
        return new Outcome(
                charge.getChargeId(),
                charge.getRiderId(),
                charge.getWalletScheme().name(),
                charge.getBusinessDay(),
                charge.getAmountMinor(),
                charge.getCurrency(),
                charge.getPayerMinor(),
                charge.getFeeMinor());
    }

    static Outcome of(ChargeDeclined charge) {
        return new Outcome(
                charge.getChargeId(),
                charge.getRiderId(),
                charge.getWalletScheme().name(),
                charge.getBusinessDay(),
                charge.getAmountMinor(),
                charge.getCurrency(),
                0,
                0);
    }

    static Outcome of(ChargeRefunded charge) {
        return new Outcome(
                charge.getChargeId(),
                charge.getRiderId(),
                charge.getWalletScheme().name(),
                charge.getBusinessDay(),
                charge.getAmountMinor(),
                charge.getCurrency(),
                0,
                0);
    }
}
