package io.baytap.tap.domain;

import java.time.Duration;

/**
 * How far clocks may be apart.
 *
 * @param lateAfter a tap that arrives longer after it happened is flagged late
 * @param tooOldAfter and longer than this, refused
 * @param aheadMax a tap may seem to happen this much in the future
 * @param codeEarlyMax a code may be shown this long before its issue time: the gate's clock may be behind the issuer's
 * @param sentAtSkewMax a request's sentAt may differ this much from now, either way
 */
public record TapLimits(
        Duration lateAfter, Duration tooOldAfter, Duration aheadMax, Duration codeEarlyMax, Duration sentAtSkewMax) {}
