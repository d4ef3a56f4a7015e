package io.baytap.reporting.domain.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Gates that have gone silent.
 *
 * @param count all of them
 * @param longest those that have been silent for longest, first
 */
public record SilentGates(long count, List<Gate> longest) {

    /**
     * A gate.
     *
     * @param silentFor from its last tap to the newest of the line
     */
    public record Gate(String gateId, String operatorId, Instant lastTap, Duration silentFor) {}
}
