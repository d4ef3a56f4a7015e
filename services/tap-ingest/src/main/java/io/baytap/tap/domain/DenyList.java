package io.baytap.tap.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The riders who may not tap, with what changed since any version of late. Written by one thread, read by many. */
public final class DenyList implements Register<Denial> {

    private final int liftedMax;
    private final Map<String, Change> latest = new ConcurrentHashMap<>();
    private final Map<Integer, ConcurrentSkipListMap<Long, Change>> inOrder = new ConcurrentHashMap<>();
    private final Queue<Change> lifted = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private volatile DenyListVersion version = new DenyListVersion(new TreeMap<>());

    /** Lifted denials up to this one are forgotten: what changed since before cannot be told. */
    private volatile DenyListVersion forgotten = version;

    /** The latest that was said about a rider; since is null if the denial was lifted. */
    private record Change(String riderId, @Nullable Instant since, int partition, long offset) {

        Denial denial(Instant start) {
            return new Denial(riderId, start, partition, offset);
        }
    }

    /** Remembers that many lifted denials. */
    public DenyList(int liftedMax) {
        this.liftedMax = liftedMax;
    }

    /**
     * What a gate is told.
     *
     * @param whole true if it replaces what the gate has; false if it is only what changed
     * @param denied riders who may not tap, or not any more
     * @param lifted riders who may tap again
     */
    public record Told(DenyListVersion version, boolean whole, List<Denial> denied, List<String> lifted) {}

    @Override
    public @Nullable Denial find(String riderId) {
        Change change = latest.get(riderId);
        return change == null || change.since() == null ? null : change.denial(change.since());
    }

    /** How much is known here. */
    public DenyListVersion version() {
        return version;
    }

    /** Riders about whom something is known. */
    public int size() {
        return latest.size();
    }

    /** The rider may not tap from then on. */
    public void deny(String riderId, Instant since, int partition, long offset) {
        take(new Change(riderId, since, partition, offset));
    }

    /** The rider may tap again. */
    public void lift(String riderId, int partition, long offset) {
        take(new Change(riderId, null, partition, offset));
    }

    /** Everybody who may not tap. */
    public Told whole() {
        DenyListVersion asOf = version;
        List<Denial> denied = new ArrayList<>();
        latest.values().forEach(change -> add(change, denied, null));
        return new Told(asOf, true, denied, List.of());
    }

    /** What changed since that version; null if that is not known: it is too old, or of a list that is not this one. */
    public @Nullable Told since(DenyListVersion known) {
        DenyListVersion asOf = version;
        if (!known.isWithin(asOf) || !forgotten.isWithin(known)) {
            return null;
        }
        List<Denial> denied = new ArrayList<>();
        List<String> again = new ArrayList<>();
        inOrder.forEach((partition, changes) ->
                changes.tailMap(known.end(partition), true).values().forEach(change -> add(change, denied, again)));
        return new Told(asOf, false, denied, again);
    }

    /** Waits until there is another version than that; false if the time is up before. */
    public boolean awaitOther(DenyListVersion known, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (version.equals(known)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static void add(Change change, List<Denial> denied, @Nullable List<String> again) {
        Instant since = change.since();
        if (since != null) {
            denied.add(change.denial(since));
        } else if (again != null) {
            again.add(change.riderId());
        }
    }

    private void take(Change change) {
        // Reading begins anew after a fault: what is known by now is not said again.
        if (change.offset() < version.end(change.partition())) {
            return;
        }
        Change before = latest.put(change.riderId(), change);
        if (before != null) {
            changes(before).remove(before.offset());
        }
        changes(change).put(change.offset(), change);
        if (change.since() == null) {
            lifted.add(change);
            forgetOldest();
        }
        version = version.with(change.partition(), change.offset() + 1);
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private ConcurrentSkipListMap<Long, Change> changes(Change change) {
        return inOrder.computeIfAbsent(change.partition(), _ -> new ConcurrentSkipListMap<>());
    }

    private void forgetOldest() {
        while (lifted.size() > liftedMax) {
            Change oldest = lifted.remove();
            if (latest.remove(oldest.riderId(), oldest)) {
                changes(oldest).remove(oldest.offset());
                forgotten = forgotten.with(oldest.partition(), oldest.offset() + 1);
            }
        }
    }
}
