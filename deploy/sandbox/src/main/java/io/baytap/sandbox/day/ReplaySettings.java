package io.baytap.sandbox.day;

import java.time.Duration;

/**
 * How a day is sent.
 *
 * @param concurrency requests on their way at once, at most
 * @param giveUpAfter from the start of the replay: gates stop trying then
 */
public record ReplaySettings(int concurrency, Duration giveUpAfter) {

    /** 32 requests at once, half an hour. */
    public static ReplaySettings usual() {
        return new ReplaySettings(32, Duration.ofMinutes(30));
    }
}
