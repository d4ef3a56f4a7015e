package io.baytap.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each part took to start, and all of them together: they overlap. */
final class StartTimes {

    private final long begun = System.nanoTime();
    private final Screen screen;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    StartTimes(Screen screen) {
        this.screen = screen;
    }

    <T> T measure(String part, Supplier<T> start) {
        long from = System.nanoTime();
        T started = start.get();
        double took = secondsSince(from);
        synchronized (this) {
            seconds.put(part, took);
        }
        screen.say("  %-28s %5.1f s".formatted(part, took));
        return started;
    }

    /** Since this was made. */
    double total() {
        return secondsSince(begun);
    }

    synchronized Map<String, Double> seconds() {
        return new LinkedHashMap<>(seconds);
    }

    static double secondsSince(long nanos) {
        return Math.round((System.nanoTime() - nanos) / 1e8) / 10.0;
    }
}
