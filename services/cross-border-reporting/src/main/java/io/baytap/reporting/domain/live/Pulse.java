package io.baytap.reporting.domain.live;

import java.time.Instant;
import java.util.List;

/** What the stages of the line do, as far as that is known. */
public sealed interface Pulse {

    /** As of the latest look, in the order of the line. */
    record Known(Instant at, List<StagePulse> stages) implements Pulse {}

    /** Nobody can tell since then. */
    record Unknown(Instant since) implements Pulse {}
}
