package io.baytap.reporting.domain;

/** What the wallet provider did. */
public enum ChargeOutcome {
    /** Debited the wallet. */
    SETTLED,
    /** Refused one attempt. */
    DECLINED,
    /** Gave back part or all of a settled charge. */
    REFUNDED
}
