package io.baytap.tap.domain;

import java.time.Instant;

/** What "now" is for a request. */
@FunctionalInterface
public interface GateClock {

    /** A replayed day lives in the time at which its requests say they were sent, which the gates signed. */
    GateClock REPLAY = sentAt -> sentAt;

    /** The instant to judge a request at, which its gate says it sent at that time. */
    Instant now(Instant sentAt);
}
