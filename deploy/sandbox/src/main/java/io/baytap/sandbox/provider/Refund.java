package io.baytap.sandbox.provider;

import java.time.Instant;

/**
 * Money given back.
 *
 * @param refund minor units of the debit's currency, positive
 * @param payerRefund what the payer gets of it, minor units of the payer's currency
 */
record Refund(
        String outRefundNo,
        String outTradeNo,
        String subMchid,
        long refund,
        String currency,
        Instant at,
        long payerRefund) {

    /** The provider's number: the same refund always has the same. */
    String id() {
        return "5030" + Numbers.digits("refund:" + outRefundNo, 25);
    }

    Refund withPayerRefund(long minor) {
        return new Refund(outRefundNo, outTradeNo, subMchid, refund, currency, at, minor);
    }

    boolean sameAs(Refund other) {
        return outTradeNo.equals(other.outTradeNo)
                && subMchid.equals(other.subMchid)
                && refund == other.refund
                && currency.equals(other.currency);
    }
}
