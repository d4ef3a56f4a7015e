package io.baytap.sandbox.provider;

/** The wallets the sandbox plays, told apart by the institution number in a request's signature. */
public enum Scheme {
    WEIXIN_PAY("weixin-pay", "1900000100", "CNY", "10"),
    WECHAT_PAY_HK("wechat-pay-hk", "1900000200", "HKD", "15"),
    /** The digital RMB wallet; debited by the mainland ride service. */
    DIGITAL_RMB("digital-rmb", "1900000300", "CNY", "20"),
    /** A wallet bound to a card abroad: asked for a fare in the operator's currency, it converts by {@link CardRates}. */
    FOREIGN_CARD("foreign-card", "1900000400", "USD", "40");

    private final String folder;
    private final String spMchid;
    private final String currency;
    private final String contractPrefix;

    Scheme(String folder, String spMchid, String currency, String contractPrefix) {
        this.folder = folder;
        this.spMchid = spMchid;
        this.currency = currency;
        this.contractPrefix = contractPrefix;
    }

    /** The folder of this scheme's keys. */
    public String folder() {
        return folder;
    }

    /** Our institution's number at this provider. */
    public String spMchid() {
        return spMchid;
    }

    /** ISO 4217 code of what its payers pay. */
    public String currency() {
        return currency;
    }

    /** Whether a debit can be asked for in that currency. */
    boolean takes(String asked) {
        return converts() ? !asked.equals(currency) && CardRates.QUOTED.contains(asked) : asked.equals(currency);
    }

    /** Whether the payer pays in another currency than was asked for. */
    public boolean converts() {
        return this == FOREIGN_CARD;
    }

    /** Our institution's application id at this provider. */
    public String spAppid() {
        return "wx" + spMchid + "000000";
    }

    /** Contract ids begin with it. */
    String contractPrefix() {
        return contractPrefix;
    }
}
