package io.baytap.sandbox.provider;

/** How the provider treats the debits of one contract. */
public enum Behaviour {
    /** Debited; answered at once. */
    NORMAL,
    /** Debited; the connection hangs, then ends without an answer. A query tells the truth. */
    TIMEOUT,
    /** Not debited: 403 NOT_ENOUGH; a query says PAYERROR. */
    DECLINE,
    /** Answered USERPAYING; debited a little later, and a callback says so. */
    LATE,
    /** Debited; the callback is delivered twice. */
    TWICE
}
