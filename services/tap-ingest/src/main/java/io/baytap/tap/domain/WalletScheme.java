package io.baytap.tap.domain;

/** Whose wallet the rider pays from. */
public enum WalletScheme {
    /** Debits CNY. */
    WEIXIN_PAY,
    /** Debits HKD. */
    WECHAT_PAY_HK
}
