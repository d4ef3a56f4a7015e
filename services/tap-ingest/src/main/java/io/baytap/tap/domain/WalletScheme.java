package io.baytap.tap.domain;

/** Whose wallet the rider pays from. */
public enum WalletScheme {
    /** Debits CNY. */
    WEIXIN_PAY(Side.MAINLAND),
    /** Debits HKD. */
    WECHAT_PAY_HK(Side.HONG_KONG),
    /** The digital RMB wallet; debits CNY. */
    DIGITAL_RMB(Side.MAINLAND),
    /** A wallet bound to a foreign card; the provider, a mainland one, converts what it debits. */
    FOREIGN_CARD(Side.MAINLAND);

    /** Where the wallet's provider is, under whose law its accounts are kept. */
    public enum Side {
        MAINLAND,
        HONG_KONG
    }

    private final Side side;

    WalletScheme(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }
}
