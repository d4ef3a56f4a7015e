package io.baytap.tap.messaging;

import io.baytap.tap.domain.Register;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The latest fact per key of a compacted topic. */
public final class ReferenceTable<T> implements Register<T>, ReferenceSink<T> {

    private final Map<String, T> latest = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @Override
    public @Nullable T find(String id) {
        return latest.get(id);
    }

    @Override
    public int size() {
        return latest.size();
    }

    @Override
    public void put(String key, T fact, Position at) {
        latest.put(key, fact);
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void remove(String key, Position at) {
        latest.remove(key);
    }

    /** Waits until the fact of that id is as wanted; false if the time is up before. */
    boolean await(String id, Predicate<T> wanted, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (true) {
                T fact = latest.get(id);
                if (fact != null && wanted.test(fact)) {
                    return true;
                }
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
