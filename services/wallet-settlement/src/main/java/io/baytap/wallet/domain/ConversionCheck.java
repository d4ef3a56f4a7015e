package io.baytap.wallet.domain;

/** How what a payer paid compares with our estimate. */
public enum ConversionCheck {
    /** We convert: there is no estimate. */
    NOT_NEEDED,
    /** Within the tolerance. */
    WITHIN,
    /** Beyond the tolerance, or in another currency: settled all the same, for the wallet was debited; somebody has to ask. */
    OUTSIDE,
    /** The provider converted and does not say what the payer paid. */
    NOT_TOLD
}
