package io.baytap.wallet.domain;

import io.baytap.schemas.Money;

/**
 * Money to give back for a settled charge.
 *
 * @param id {@code refund:<conversionId>:<part>}; one correction may have to be taken from several charges
 * @param outTradeNo our number of the attempt that settled the charge
 * @param total what that attempt debited
 */
public record Refund(String id, ChargeFacts charge, String outTradeNo, Money total, Money amount) {

    /** Our number of the refund; every retry keeps it, so that the provider gives back once. */
    public String outRefundNo() {
        return TradeNumber.of(id);
    }
}
