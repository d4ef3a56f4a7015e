package io.baytap.fare.messaging;

import java.time.Instant;

/** What time it is on the line: the system's time, or that of the day which is replayed. */
public interface LineClock {

    /** Before a replay has begun it is {@link Instant#MIN}: nothing has expired. */
    Instant now();
}
