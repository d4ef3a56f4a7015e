package io.baytap.sandbox.provider;

/**
 * What happened on one contract in one currency.
 *
 * @param currency ISO 4217 code of what was asked for
 * @param debitedMinor taken from the wallet, before refunds; minor units of {@code currency}, as are the others
 * @param refundedMinor given back
 * @param declinedMinor asked for and refused
 * @param payerCurrency ISO 4217 code of what the payer pays
 * @param payerDebitedMinor what the payer paid, before refunds; minor units of {@code payerCurrency}
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
        long declinedMinor,
        String payerCurrency,
        long payerDebitedMinor) {

    static ContractBook empty(Contract contract, String currency) {
        Scheme scheme = contract.scheme();
        return new ContractBook(
                contract.contractId(), scheme, contract.account(), currency, 0, 0, 0, 0, 0, 0, scheme.currency(), 0);
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
                    declinedMinor,
                    payerCurrency,
                    payerDebitedMinor + trade.payerTotal());
        }
        return trade.state() == Trade.State.PAYERROR ? counted(0, 1, total) : this;
    }

    ContractBook plusRefund() {
        return counted(1, 0, 0);
    }

    private ContractBook counted(long moreRefunds, long moreDeclines, long declined) {
        return new ContractBook(
                contractId,
                scheme,
                account,
                currency,
                debits,
                debitedMinor,
                refunds + moreRefunds,
                refundedMinor,
                declines + moreDeclines,
                declinedMinor + declined,
                payerCurrency,
                payerDebitedMinor);
    }
}
