package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;

/**
 * What a provider pays out for some days of a merchant: one batch.
 *
 * @param merchant the operator's number at the provider
 * @param batchId the provider's; stands in the bank's entry
 * @param tradeStart first day in it
 * @param tradeEnd last day in it
 * @param settlementDate when the bank should have it
 * @param pay debits
 * @param refund refunds; not negative
 * @param fee what the provider keeps; not negative
 */
public record Settlement(
        WalletScheme scheme,
        String merchant,
        String batchId,
        LocalDate tradeStart,
        LocalDate tradeEnd,
        LocalDate settlementDate,
        Money pay,
        Money refund,
        Money fee) {

    /** {@code settlement:<scheme>:<batchId>}. */
    public String reference() {
        return "settlement:" + scheme + ":" + batchId;
    }

    /** What is paid out; negative if refunds exceed debits. */
    public Money payout() {
        return pay.minus(refund).minus(fee);
    }
}
