package io.baytap.sandbox.day;

import java.util.Map;
import java.util.TreeMap;

/** Counts answers. Safe for concurrent use. */
final class Tally {

    private static final String DUPLICATE = "DUPLICATE";

    private final Map<String, Long> first = new TreeMap<>();
    private final Map<String, Long> again = new TreeMap<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private long unanswered;
    private long requests;
    private long retries;
    private long done;

    /** @param outcome ACCEPTED, LATE, DUPLICATE, or the reason code of a rejection */
    synchronized void judged(Batch batch, PlannedTap tap, String outcome, boolean answerWasLost) {
        if (batch.resend()) {
            again.merge(outcome, 1L, Long::sum);
        } else {
            boolean retried = answerWasLost && outcome.equals(DUPLICATE);
            first.merge(retried ? Expectations.verdict(batch, tap) : outcome, 1L, Long::sum);
        }
    }

    synchronized void refused(Batch batch, String reason) {
        refused.merge(reason, (long) batch.taps().size(), Long::sum);
    }

    synchronized void unanswered(Batch batch) {
        unanswered += batch.taps().size();
    }

    synchronized void retried() {
        retries++;
    }

    /** Taps done so far. */
    synchronized long done(Batch batch) {
        requests++;
        done += batch.taps().size();
        return done;
    }

    synchronized ReplayResult result(double seconds) {
        Map<String, Long> verdicts = new TreeMap<>(first);
        long sent = sum(verdicts);
        long accepted = take(verdicts, Expectations.ACCEPTED);
        long late = take(verdicts, Expectations.LATE);
        long duplicate = take(verdicts, DUPLICATE);
        Map<String, Long> repeated = new TreeMap<>(again);
        long recognised = take(repeated, DUPLICATE);
        long repeatedAccepted = take(repeated, Expectations.ACCEPTED) + take(repeated, Expectations.LATE);
        return new ReplayResult(
                sent,
                accepted,
                late,
                duplicate,
                verdicts,
                sum(again),
                recognised,
                repeatedAccepted,
                new TreeMap<>(refused),
                unanswered,
                requests,
                retries,
                seconds);
    }

    private static long take(Map<String, Long> counts, String key) {
        Long count = counts.remove(key);
        return count == null ? 0 : count;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
