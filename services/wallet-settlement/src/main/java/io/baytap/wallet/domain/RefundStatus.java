package io.baytap.wallet.domain;

/** Where a refund stands. */
public enum RefundStatus {
    /** Its charge is not settled: nothing to give back yet. */
    WAITING,
    /** May be submitted. */
    DUE,
    /** On its way to the provider; repeated under the same number until the money is given back. */
    SUBMITTED,
    /** Given back. */
    REFUNDED,
    /** Taken off an amount that was not debited yet; nothing to give back. */
    NETTED
}
