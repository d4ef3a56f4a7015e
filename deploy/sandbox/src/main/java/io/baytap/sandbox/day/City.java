package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Scheme;

/** Where a journey takes place. */
enum City {
    HONG_KONG("HKD", Scheme.WECHAT_PAY_HK),
    SHENZHEN("CNY", Scheme.WEIXIN_PAY);

    private static final int EVERY = 20;

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

    /**
     * The wallet of the n-th rider there. One in twenty pays with the digital RMB wallet and one with a foreign card, an
     * assumption of ours: the third and the fourth do, so that even a small day has them.
     */
    Scheme wallet(boolean visitor, int number) {
        return switch (number % EVERY) {
            case 3 -> Scheme.DIGITAL_RMB;
            case 4 -> Scheme.FOREIGN_CARD;
            default -> visitor ? visitors() : residents;
        };
    }

    /** The usual wallet of those who come across the border. */
    private Scheme visitors() {
        return residents == Scheme.WEIXIN_PAY ? Scheme.WECHAT_PAY_HK : Scheme.WEIXIN_PAY;
    }
}
