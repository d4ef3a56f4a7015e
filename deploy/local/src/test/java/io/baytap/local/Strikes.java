package io.baytap.local;

import io.baytap.sandbox.day.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Kills one service after the other while the day is under way, and starts each again at once. */
final class Strikes implements Progress {

    private final Line line;
    private final List<LineService> targets;
    private final ExecutorService threads;
    private final List<Future<?>> restarts = new ArrayList<>();

    Strikes(Line line, List<LineService> targets, ExecutorService threads) {
        this.line = line;
        this.targets = targets;
        this.threads = threads;
    }

    @Override
    public synchronized void advanced(long done, long total, Instant time) {
        int struck = restarts.size();
        if (struck < targets.size() && done * (targets.size() + 1) >= total * (struck + 1)) {
            LineService target = targets.get(struck);
            line.kill(target);
            restarts.add(threads.submit(() -> line.restart(target)));
        }
    }

    /** Waits until all are back; returns how many that were. */
    synchronized int awaitRestarts() throws Exception {
        for (Future<?> restart : restarts) {
            restart.get();
        }
        return restarts.size();
    }
}
