package io.baytap.wallet.domain;

/** Where a refund stands. */
public enum RefundStatus {
    /** Its charge is not settled: nothing to give back yet. */
    WAITING,
    /** May be submitted. */
    DUE,
    /** On its way to the provider; repeated under the same number until the provider accepts or refuses it for good. */
    SUBMITTED,
    /** The provider took it on: asked after until the money is given back. */
    ACCEPTED,
    /** Refused too often: still owed, and somebody has to act; may be made due again. */
    REFUSED,
    /** Given back. */
    REFUNDED,
    /** Taken off an amount that was not debited yet; nothing to give back. */
    NETTED
}
