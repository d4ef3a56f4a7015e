package io.baytap.reporting.rest;

import io.baytap.reporting.domain.live.Pulse;
import io.baytap.reporting.domain.live.SilentGates;
import io.baytap.reporting.domain.live.UnsettledFare;
import java.util.Optional;

/**
 * How the line is doing, as far as the caller may see it.
 *
 * @param pulse that of all operators together; none for somebody who sees one alone
 */
public record LineNow(Optional<Pulse> pulse, SilentGates silent, Optional<UnsettledFare> oldestUnsettled) {}
