package io.baytap.wallet.domain.reconciliation;

/** Which way money went between a wallet and its provider. */
public enum TradeKind {
    /** From the wallet: the provider owes us more. */
    DEBIT,
    /** Back to the wallet: the provider owes us less. */
    REFUND;

    /** Money to us is positive. */
    public long signed(long minor) {
        return this == DEBIT ? minor : Math.negateExact(minor);
    }
}
