package io.baytap.sandbox.day;

import java.util.Map;

/**
 * How the day's taps should be judged. Each tap counts once, however often it is sent.
 *
 * @param sent taps of authentic gates
 * @param accepted of these, on time
 * @param late of these, accepted but sent more than five minutes after they happened
 * @param rejected of these, by reason code
 * @param resent taps that are sent once more, in {@code resentBatches}; not counted above
 * @param refused taps in requests that are to be refused as a whole, by reason code; not counted above
 */
public record ExpectedTaps(
        long sent,
        long accepted,
        long late,
        Map<String, Long> rejected,
        long resent,
        long resentBatches,
        Map<String, Long> refused) {}
