package io.baytap.local;

/** The five services, in the order of the line. */
public enum LineService {
    TAP_INGEST("tap-ingest", 192),
    FARE_CALCULATION("fare-calculation", 384),
    FX_CONVERSION("fx-conversion", 160),
    WALLET_SETTLEMENT("wallet-settlement", 256),
    CROSS_BORDER_REPORTING("cross-border-reporting", 192);

    private final String id;
    private final int heapMebibytes;

    LineService(String id, int heapMebibytes) {
        this.id = id;
        this.heapMebibytes = heapMebibytes;
    }

    /** Its folder, its consumer group and its name in messages. */
    public String id() {
        return id;
    }

    /** Enough for a day of 20,000 trips; production wants more. */
    int heapMebibytes() {
        return heapMebibytes;
    }
}
