package io.baytap.wallet.domain;

import java.time.Instant;
import java.util.Optional;

/** Where the time of a replayed day is kept, for all replicas. */
public interface ReplayTime {

    /** Time never goes back: an earlier time is ignored. */
    void advanceTo(Instant time);

    Optional<Instant> reached();
}
