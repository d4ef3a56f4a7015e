package io.baytap.reporting.domain;

import java.util.Currency;

/** Whose wallet pays, where that wallet is at home, and what it holds. */
public enum WalletScheme {
    WEIXIN_PAY("Weixin Pay", "CN", "CNY"),
    WECHAT_PAY_HK("WeChat Pay HK", "HK", "HKD"),
    DIGITAL_RMB("Digital RMB", "CN", "CNY"),
    /** At home where its card was issued, which nobody tells us: ZZ is no territory's code. */
    FOREIGN_CARD("Foreign card", "ZZ", "USD");

    private final String title;
    private final String homeCode;
    private final String currencyCode;

    WalletScheme(String title, String homeCode, String currencyCode) {
        this.title = title;
        this.homeCode = homeCode;
        this.currencyCode = currencyCode;
    }

    /** As its riders know it. */
    public String title() {
        return title;
    }

    public Territory home() {
        return new Territory(homeCode);
    }

    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }
}
