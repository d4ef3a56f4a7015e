package io.baytap.fare.messaging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom to look at when although no tap comes, up to some time. In memory: the riders' store says the same, and a store of its
 * own would be written to more often than the riders'.
 */
final class Alarms {

    private final TreeSet<Alarm> alarms =
            new TreeSet<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::riderId));
    private Instant until = Instant.MIN;

    private record Alarm(Instant at, String riderId) {}

    /** False if alarms of that time may be missing. */
    boolean reach(Instant time) {
        return time.isBefore(until);
    }

    /** Begins anew, with room for alarms before that time. */
    void reset(Instant newUntil) {
        alarms.clear();
        until = newUntil;
    }

    /** A rider's alarm is now another one; null: there is none. One that is too far away is not kept. */
    void move(String riderId, @Nullable Instant before, @Nullable Instant after) {
        if (before != null && reach(before)) {
            alarms.remove(new Alarm(before, riderId));
        }
        if (after != null && reach(after)) {
            alarms.add(new Alarm(after, riderId));
        }
    }

    /** Riders whose alarm is of then or earlier, the earliest first. */
    List<String> dueAt(Instant now, int max) {
        return alarms.stream()
                .takeWhile(alarm -> !alarm.at().isAfter(now))
                .limit(max)
                .map(Alarm::riderId)
                .toList();
    }
}
