package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;

/** A movement that the bank should show. */
public sealed interface Expected {

    /** The line that makes us expect it. */
    String reference();

    /** What the bank's entry calls it. */
    String name();

    /** Signed: money to us positive. */
    Money amount();

    /** By that day's statement. */
    LocalDate due();

    /**
     * A provider pays a batch out.
     *
     * @param accrued fees that were booked with the batch's debits, by contract
     */
    record Payout(Settlement settlement, Money accrued) implements Expected {

        /** What the provider kept beyond that; negative if it kept less. */
        public Money unexpectedFee() {
            return settlement.fee().minus(accrued);
        }

        @Override
        public String reference() {
            return settlement.reference();
        }

        @Override
        public String name() {
            return settlement.batchId();
        }

        @Override
        public Money amount() {
            return settlement.payout();
        }

        @Override
        public LocalDate due() {
            return settlement.settlementDate();
        }

        /** Whose provider pays. */
        public WalletScheme scheme() {
            return settlement.scheme();
        }
    }

    /**
     * We pay an operator.
     *
     * @param batchId of the closed batch
     * @param name the payment's end-to-end id
     * @param amount negative
     * @param due the batch's value date
     */
    record OperatorPayment(String batchId, String operatorId, String name, Money amount, LocalDate due)
            implements Expected {
        @Override
        public String reference() {
            return "batch:" + batchId;
        }
    }

    /**
     * A currency deal brings or takes one currency; its other leg is expected by itself, in the account of its currency.
     *
     * @param name the deal's id
     * @param amount what was agreed: money to us positive
     * @param due the deal's value date
     */
    record DealLeg(String name, Money amount, LocalDate due) implements Expected {
        @Override
        public String reference() {
            return name + "#" + amount.currency().getCurrencyCode();
        }
    }
}
