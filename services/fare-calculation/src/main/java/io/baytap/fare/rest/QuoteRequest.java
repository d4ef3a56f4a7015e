package io.baytap.fare.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rider would like to know before travel.
 *
 * @param rider whose transfers and caps count; null: nobody's
 * @param wallet WEIXIN_PAY, WECHAT_PAY_HK, DIGITAL_RMB or FOREIGN_CARD: in its currency the total is estimated; null: the rider's
 */
record QuoteRequest(
        @Nullable String rider,
        @Nullable String wallet,
        @Nullable List<RideRequest> rides) {

    /**
     * One ride.
     *
     * @param from and {@code to}: stops; either may be left out where the fare does not depend on it
     * @param departs RFC 3339; {@code arrives} may be left out, then it is the same
     */
    record RideRequest(
            @Nullable String operator,
            @Nullable String route,
            @Nullable String deck,
            @Nullable String from,
            @Nullable String to,
            @Nullable String departs,
            @Nullable String arrives) {}
}
