package io.baytap.wallet.domain;

import java.time.Duration;

/**
 * When an unanswered task is taken up again.
 *
 * @param lease how long a claimed task belongs to its worker; longer than a provider's time-out
 * @param first wait after the first answer that did not decide; doubled each time
 * @param max the longest wait
 */
public record RetryTimes(Duration lease, Duration first, Duration max) {}
