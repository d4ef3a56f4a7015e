package io.baytap.local;

import io.baytap.sandbox.day.Progress;
import java.time.Instant;
import java.util.List;

/** Kills one service after the other while the day is under way. */
final class Strikes implements Progress {

    private final Line line;
    private final List<LineService> targets;
    private int struck;

    Strikes(Line line, List<LineService> targets) {
        this.line = line;
        this.targets = targets;
    }

    @Override
    public synchronized void advanced(long done, long total, Instant time) {
        if (struck < targets.size() && done * (targets.size() + 1) >= total * (struck + 1)) {
            line.kill(targets.get(struck));
            struck++;
        }
    }
}
