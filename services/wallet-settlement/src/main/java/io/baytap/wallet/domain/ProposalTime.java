package io.baytap.wallet.domain;

import java.time.Duration;

/**
 * How long proposals stand.
 *
 * @param max from when it was proposed until it can be decided no more
 */
public record ProposalTime(Duration max) {}
