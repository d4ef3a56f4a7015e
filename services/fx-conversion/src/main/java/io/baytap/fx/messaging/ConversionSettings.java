package io.baytap.fx.messaging;

import io.baytap.fx.domain.Spreads;
import java.time.Duration;

/**
 * How fares are converted.
 *
 * @param releaseInterval between two rounds over the waiting fares of a partition
 * @param releaseMax waiting fares tried in one round
 * @param termsKept how long after a journey a correction still finds the rate of its first fare
 */
public record ConversionSettings(Spreads spreads, Duration releaseInterval, int releaseMax, Duration termsKept) {}
