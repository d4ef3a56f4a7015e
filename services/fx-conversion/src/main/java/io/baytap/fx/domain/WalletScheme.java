package io.baytap.fx.domain;

import java.util.Currency;

/** A family of wallets; each is debited in one currency. */
public enum WalletScheme {
    WEIXIN_PAY("CNY"),
    WECHAT_PAY_HK("HKD"),
    DIGITAL_RMB("CNY"),
    FOREIGN_CARD("USD");

    private final String currencyCode;

    WalletScheme(String currencyCode) {
        this.currencyCode = currencyCode;
    }

    /** The currency its wallets hold and are debited in. */
    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }
}
