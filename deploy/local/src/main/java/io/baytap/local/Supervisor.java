package io.baytap.local;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts a replica again that has ended, as Kubernetes would; one that keeps ending stays down. */
final class Supervisor implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;
    private static final int RESTARTS_MAX = 5;

    private final Line line;
    private final Screen screen;
    private final Map<Replica, Integer> restarts = new HashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    Supervisor(Line line, Screen screen) {
        this.line = line;
        this.screen = screen;
        var _ = watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How often replicas were started again. */
    synchronized int restarts() {
        return restarts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private synchronized void look() {
        for (Replica replica : line.replicas().ended()) {
            int again = restarts.merge(replica, 1, Integer::sum);
            if (again <= RESTARTS_MAX) {
                screen.say("  " + replica.name() + " ended and is started again");
                line.launchAgain(replica);
            } else if (again == RESTARTS_MAX + 1) {
                screen.say("  " + replica.name() + " ended for the " + again + "th time and stays down; see its log");
            }
        }
    }

    @Override
    public void close() {
        watch.shutdown();
        watch.close();
    }
}
