package io.baytap.reporting.domain.live;

import java.time.Duration;

/**
 * When a gate is silent.
 *
 * @param after its last tap is longer than this before the newest tap of the line
 * @param heardDays it had a tap within so many days, the day that is asked for included; whoever had none has left the line
 */
public record SilenceRule(Duration after, int heardDays) {

    private static final int HEARD_DAYS_MAX = 92;

    public SilenceRule {
        if (!after.isPositive()) {
            throw new IllegalArgumentException("reporting.gate-silent-after is not positive: " + after);
        }
        if (heardDays < 1 || heardDays > HEARD_DAYS_MAX) {
            throw new IllegalArgumentException("reporting.gate-heard-days is not 1 to 92: " + heardDays);
        }
    }
}
