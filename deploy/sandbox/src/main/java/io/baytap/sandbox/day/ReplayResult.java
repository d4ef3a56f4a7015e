package io.baytap.sandbox.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the day's taps were judged. Each tap of an authentic gate counts once, by the final answer to its first sending; a
 * DUPLICATE that answers a retry after a lost answer counts as what the tap was to be judged.
 *
 * @param sent taps of authentic gates
 * @param duplicate of these, called duplicates though sent for the first time: 0 unless something is wrong
 * @param rejected of these, by reason code
 * @param resent taps that were sent a second time on purpose; not counted above
 * @param resentDuplicate of these, recognised by tap-ingest
 * @param resentAccepted of these, accepted again: tap-ingest had forgotten them, which it may; the line has not
 * @param refused taps in requests that were refused as a whole, by reason code; not counted above
 * @param unanswered taps whose gate gave up before the deadline; not counted above
 * @param requests that had a final answer
 * @param retries of requests, after 429, 5xx or no answer
 * @param seconds the replay took
 */
public record ReplayResult(
        long sent,
        long accepted,
        long late,
        long duplicate,
        Map<String, Long> rejected,
        long resent,
        long resentDuplicate,
        long resentAccepted,
        Map<String, Long> refused,
        long unanswered,
        long requests,
        long retries,
        double seconds) {

    /** What is not as expected, in words; empty if everything is. */
    public List<String> differences(ExpectedTaps expected) {
        List<String> differences = new ArrayList<>();
        compare(differences, "sent", expected.sent(), sent);
        compare(differences, "accepted", expected.accepted(), accepted);
        compare(differences, "late", expected.late(), late);
        compare(differences, "duplicate", 0L, duplicate);
        compare(differences, "rejected", expected.rejected(), rejected);
        compare(differences, "resent", expected.resent(), resent);
        compare(
                differences,
                "resent, recognised or accepted again",
                expected.resent(),
                resentDuplicate + resentAccepted);
        compare(differences, "refused", expected.refused(), refused);
        compare(differences, "unanswered", 0L, unanswered);
        return differences;
    }

    private static void compare(List<String> differences, String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add("taps " + what + ": expected " + expected + ", got " + actual);
        }
    }
}
