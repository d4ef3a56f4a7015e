package io.baytap.fx.messaging;

import io.baytap.fx.domain.ExposureLimits;
import io.baytap.fx.domain.RatePolicies;
import io.baytap.fx.domain.Spreads;
import io.baytap.fx.domain.TradingDay;
import java.time.Duration;

/**
 * How fares are converted.
 *
 * @param releaseInterval between two rounds over the waiting fares of a partition
 * @param releaseMax waiting fares tried in one round
 * @param tradingDay when what is exposed is dealt
 * @param limits of what may be exposed
 * @param termsKept how long after a journey a correction still finds the rate of its first fare
 */
public record ConversionSettings(
        Spreads spreads,
        RatePolicies policies,
        Duration releaseInterval,
        int releaseMax,
        Duration termsKept,
        TradingDay tradingDay,
        ExposureLimits limits) {}
