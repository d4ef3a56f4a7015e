package io.baytap.sandbox.provider;

import java.time.Instant;

/**
 * Money given back.
 *
 * @param refund minor units of the debit's currency, positive
 */
record Refund(String outRefundNo, String outTradeNo, String subMchid, long refund, String currency, Instant at) {

    /** The provider's number: the same refund always has the same. */
    String id() {
        return "5030" + Numbers.digits("refund:" + outRefundNo, 25);
    }

    boolean sameAs(Refund other) {
        return outTradeNo.equals(other.outTradeNo)
                && subMchid.equals(other.subMchid)
                && refund == other.refund
                && currency.equals(other.currency);
    }
}
