package io.baytap.sandbox.provider;

/**
 * What happened on one contract.
 *
 * @param currency ISO 4217 code of the amounts
 * @param debitedMinor taken from the wallet, before refunds
 * @param refundedMinor given back
 * @param declinedMinor asked for and refused
 */
public record ContractBook(
        String contractId,
        Scheme scheme,
        String account,
        String currency,
        long debits,
        long debitedMinor,
        long refunds,
        long refundedMinor,
        long declines,
        long declinedMinor) {

    static ContractBook empty(Contract contract) {
        return new ContractBook(
                contract.contractId(),
                contract.scheme(),
                contract.account(),
                contract.scheme().currency(),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    ContractBook plus(Trade trade) {
        long total = trade.order().total();
        if (trade.isDebited()) {
            return new ContractBook(
                    contractId,
                    scheme,
                    account,
                    currency,
                    debits + 1,
                    debitedMinor + total,
                    refunds,
                    refundedMinor + trade.refunded(),
                    declines,
                    declinedMinor);
        }
        if (trade.state() != Trade.State.PAYERROR) {
            return this;
        }
        return new ContractBook(
                contractId,
                scheme,
                account,
                currency,
                debits,
                debitedMinor,
                refunds,
                refundedMinor,
                declines + 1,
                declinedMinor + total);
    }

    ContractBook plusRefund() {
        return new ContractBook(
                contractId,
                scheme,
                account,
                currency,
                debits,
                debitedMinor,
                refunds + 1,
                refundedMinor,
                declines,
                declinedMinor);
    }
}
