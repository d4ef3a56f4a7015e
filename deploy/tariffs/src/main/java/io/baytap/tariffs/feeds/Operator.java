package io.baytap.tariffs.feeds;

/** An operator whose fares were published. */
enum Operator {
    MTR("MTR", "https://www.mtr.com.hk"),
    KMB("Kowloon Motor Bus", "https://www.kmb.hk"),
    LWB("Long Win Bus", "https://www.kmb.hk"),
    NLB("New Lantao Bus", "https://www.nlb.com.hk"),
    HKT("Hong Kong Tramways", "https://www.hktramways.com"),
    CTB("Citybus", "https://www.citybus.com.hk"),
    STAR("Star Ferry", "https://www.starferry.com.hk"),
    FERRY("Ferries of Hong Kong", "https://www.td.gov.hk"),
    XBUS("Cross-boundary coaches", "https://www.td.gov.hk"),
    PEAKTRAM("Peak Tram", "https://www.thepeak.com.hk"),
    SZM("Shenzhen Metro", "https://www.szmc.net", "CNY", "Asia/Shanghai", "zh");

    private final String title;
    private final String url;
    private final String currency;
    private final String timezone;
    private final String language;

    Operator(String title, String url) {
        this(title, url, "HKD", "Asia/Hong_Kong", "en");
    }

    Operator(String title, String url, String currency, String timezone, String language) {
        this.title = title;
        this.url = url;
        this.currency = currency;
        this.timezone = timezone;
        this.language = language;
    }

    String title() {
        return title;
    }

    String url() {
        return url;
    }

    /** ISO 4217 code of its fares. */
    String currency() {
        return currency;
    }

    String timezone() {
        return timezone;
    }

    /** Of its names: ISO 639-1 code. */
    String language() {
        return language;
    }
}
