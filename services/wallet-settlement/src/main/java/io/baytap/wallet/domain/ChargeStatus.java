package io.baytap.wallet.domain;

/** Where a charge stands. {@link ChargeRules} has the moves. */
public enum ChargeStatus {
    /** The rider's contract is not known yet. */
    WAITING,
    /** May be submitted. */
    DUE,
    /** An attempt is on its way to the provider; written down before the call. */
    SUBMITTED,
    /** The provider's answer to the attempt is not known: ask, never debit anew. */
    UNKNOWN,
    /** Paid. */
    SETTLED,
    /** Refused; the next attempt has a date. */
    DECLINED,
    /** Before the next attempt: the provider is asked whether the refused one was debited after all. */
    CONFIRMING,
    /** Refused three times: the rider owes it and is denied until it is paid or corrected away. */
    DEBT,
    /** Corrected away before it was paid; nothing is left to debit. */
    CANCELLED
}
