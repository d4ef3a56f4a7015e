package io.baytap.wallet.domain;

import java.time.Instant;
import java.util.Optional;

/** The time that deadlines go by. */
public interface BusinessClock {

    /** Empty while a replayed day has not begun: nothing is due by date, nothing closes. */
    Optional<Instant> now();
}
