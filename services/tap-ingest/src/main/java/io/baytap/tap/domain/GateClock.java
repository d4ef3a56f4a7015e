package io.baytap.tap.domain;

import java.time.Instant;

/** What "now" is for a request. */
@FunctionalInterface
public interface GateClock {

    /** A replayed day lives in the time at which its requests say they were sent, which the gates signed. */
    GateClock REPLAY = sentAt -> sentAt;

    /** @param sentAt when the request was sent, by its gate */
    Instant now(Instant sentAt);
}
