package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Scheme;

/** Where a journey takes place. */
enum City {
    HONG_KONG("HKD", Scheme.WECHAT_PAY_HK),
    SHENZHEN("CNY", Scheme.WEIXIN_PAY);

    private final String currency;
    private final Scheme residents;

    City(String currency, Scheme residents) {
        this.currency = currency;
        this.residents = residents;
    }

    /** ISO 4217 code of its fares. */
    String currency() {
        return currency;
    }

    /** The wallet of the people who live there. */
    Scheme residents() {
        return residents;
    }

    /** The wallet of those who come across the border. */
    Scheme visitors() {
        return residents == Scheme.WEIXIN_PAY ? Scheme.WECHAT_PAY_HK : Scheme.WEIXIN_PAY;
    }
}
