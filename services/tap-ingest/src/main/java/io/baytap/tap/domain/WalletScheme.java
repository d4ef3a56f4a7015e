package io.baytap.tap.domain;

/** Whose wallet the rider pays from. */
public enum WalletScheme {
    /** Debits CNY. */
    WEIXIN_PAY,
    /** Debits HKD. */
    WECHAT_PAY_HK,
    /** The digital RMB wallet; debits CNY. */
    DIGITAL_RMB,
    /** A wallet bound to a foreign card; the provider converts what it debits. */
    FOREIGN_CARD
}
