package io.baytap.tariffs.feeds;

import java.math.BigDecimal;

/** Shenzhen Metro's distance rule. */
final class ShenzhenFare {

    private static final int BASE_YUAN = 2;
    private static final int BASE_METRES = 4_000;
    private static final int SHORT_METRES = 12_000;
    private static final int LONG_METRES = 24_000;

    private ShenzhenFare() {}

    /** In CNY: 2 for the first 4 km, then 1 for each 4 km begun up to 12 km, each 6 km up to 24 km, each 8 km beyond. */
    static BigDecimal forMetres(int metres) {
        int yuan = BASE_YUAN
                + steps(Math.min(metres, SHORT_METRES) - BASE_METRES, 4_000)
                + steps(Math.min(metres, LONG_METRES) - SHORT_METRES, 6_000)
                + steps(metres - LONG_METRES, 8_000);
        return BigDecimal.valueOf(yuan).setScale(2);
    }

    /** A step begun counts whole. */
    private static int steps(int metres, int step) {
        return metres <= 0 ? 0 : Math.ceilDiv(metres, step);
    }
}
