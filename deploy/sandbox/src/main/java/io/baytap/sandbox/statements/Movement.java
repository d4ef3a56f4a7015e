package io.baytap.sandbox.statements;

import java.time.Instant;
import java.util.Comparator;

/** Money that moved between a wallet and the provider. */
public sealed interface Movement {

    /** In the order of their times; those of one moment in the order of the provider's numbers. */
    Comparator<Movement> BY_TIME = Comparator.comparing(Movement::at).thenComparing(Movement::number);

    /** By the provider's clock. */
    Instant at();

    /** What was paid, or what a refund gives back of. */
    Payment payment();

    /** Minor units, positive in both directions. */
    long minor();

    /** The provider's own number of it. */
    String number();

    /**
     * A wallet was debited.
     *
     * @param transactionId the provider's number, {@code outTradeNo} ours
     * @param openid the wallet's holder, as the provider names them to us
     */
    record Payment(
            String transactionId,
            String outTradeNo,
            String subMchid,
            String openid,
            String description,
            String attach,
            long minor,
            String currency,
            Instant at)
            implements Movement {

        @Override
        public Payment payment() {
            return this;
        }

        @Override
        public String number() {
            return transactionId;
        }
    }

    /**
     * A wallet got something back.
     *
     * @param refundId the provider's number, {@code outRefundNo} ours
     * @param minor in the payment's currency
     */
    record Refund(String refundId, String outRefundNo, Payment payment, long minor, Instant at) implements Movement {

        @Override
        public String number() {
            return refundId;
        }
    }
}
