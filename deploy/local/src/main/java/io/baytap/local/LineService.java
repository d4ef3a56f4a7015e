package io.baytap.local;

/** The five services, in the order of the line. */
public enum LineService {
    TAP_INGEST("tap-ingest", 192, true),
    FARE_CALCULATION("fare-calculation", 384, true),
    FX_CONVERSION("fx-conversion", 160, false),
    WALLET_SETTLEMENT("wallet-settlement", 256, true),
    CROSS_BORDER_REPORTING("cross-border-reporting", 192, false);

    private final String id;
    private final int heapMebibytes;
    private final boolean hot;

    LineService(String id, int heapMebibytes, boolean hot) {
        this.id = id;
        this.heapMebibytes = heapMebibytes;
        this.hot = hot;
    }

    /** Its folder, its consumer group and its name in messages. */
    public String id() {
        return id;
    }

    /** Enough for a day of 20,000 trips; production wants more. */
    int heapMebibytes() {
        return heapMebibytes;
    }

    /** Whether it is worth the second compiler: signatures take ten times as long without its intrinsics. */
    boolean hot() {
        return hot;
    }
}
