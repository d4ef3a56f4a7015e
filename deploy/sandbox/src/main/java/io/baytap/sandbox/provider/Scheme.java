package io.baytap.sandbox.provider;

/** The two wallets the sandbox plays, told apart by the institution number in a request's signature. */
public enum Scheme {
    WEIXIN_PAY("weixin-pay", "1900000100", "CNY", "wx1900000100000000"),
    WECHAT_PAY_HK("wechat-pay-hk", "1900000200", "HKD", "wx1900000200000000");

    private final String folder;
    private final String spMchid;
    private final String currency;
    private final String spAppid;

    Scheme(String folder, String spMchid, String currency, String spAppid) {
        this.folder = folder;
        this.spMchid = spMchid;
        this.currency = currency;
        this.spAppid = spAppid;
    }

    /** The folder of this scheme's keys. */
    public String folder() {
        return folder;
    }

    /** Our institution's number at this provider. */
    public String spMchid() {
        return spMchid;
    }

    /** ISO 4217 code of the wallets. */
    public String currency() {
        return currency;
    }

    /** Our institution's application id at this provider. */
    public String spAppid() {
        return spAppid;
    }
}
