package io.baytap.local;

import static io.baytap.local.LineService.CROSS_BORDER_REPORTING;
import static io.baytap.local.LineService.FARE_CALCULATION;
import static io.baytap.local.LineService.FX_CONVERSION;
import static io.baytap.local.LineService.TAP_INGEST;
import static io.baytap.local.LineService.WALLET_SETTLEMENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Replaces all services by those of another build while the day is under way, and later by the first again: one replica after the other,
 * as Kubernetes does.
 */
final class Rollout implements Ordeal {

    /** Who reads first: nobody writes what others cannot read yet. Back the other way round. */
    private static final List<LineService> READERS_FIRST =
            List.of(CROSS_BORDER_REPORTING, WALLET_SETTLEMENT, FX_CONVERSION, FARE_CALCULATION, TAP_INGEST);

    /** While replicas are replaced gates go on slowly, so that every step happens under traffic. */
    private static final long GATE_WAITS_MILLIS = 3_000;

    private final Line line;
    private final Screen screen;
    private final Layout from;
    private final Layout to;
    private final List<Step> steps;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private Step now = new Step("", () -> {});
    private volatile int begun;

    /** One way, in a thread of its own. */
    private static final class Step {
        private final String title;
        private final Runnable work;
        private final CountDownLatch over = new CountDownLatch(1);

        Step(String title, Runnable work) {
            this.title = title;
            this.work = work;
        }
    }

    Rollout(Line line, Screen screen, Layout from, Layout to) {
        this.line = line;
        this.screen = screen;
        this.from = from;
        this.to = to;
        this.steps = List.of(
                new Step("up", () -> READERS_FIRST.forEach(service -> replace(service, this.to))),
                new Step("back", () -> READERS_FIRST.reversed().forEach(service -> replace(service, this.from))));
        now.over.countDown();
    }

    @Override
    public void advanced(long done, long total, Instant time) {
        await(step(done, total), GATE_WAITS_MILLIS);
    }

    @Override
    public List<String> differences() {
        steps.subList(0, begun).forEach(step -> await(step, Long.MAX_VALUE));
        List<String> differences = new ArrayList<>(failures);
        steps.subList(begun, steps.size()).forEach(step -> differences.add("the services did not go " + step.title));
        return differences;
    }

    private synchronized Step step(long done, long total) {
        boolean due = failures.isEmpty() && begun < steps.size() && done * (steps.size() + 1) >= total * (begun + 1);
        if (due && now.over.getCount() == 0) {
            Step next = steps.get(begun);
            begun += 1;
            now = next;
            Thread.startVirtualThread(() -> run(next));
        }
        return now;
    }

    private void run(Step step) {
        try {
            screen.say("  services go " + step.title);
            step.work.run();
        } catch (RuntimeException e) {
            // What comes next would start from what nobody asked for.
            failures.add(step.title + ": " + e.getMessage());
        } finally {
            step.over.countDown();
        }
    }

    private void replace(LineService service, Layout build) {
        for (Replica old : line.replicas().of(service)) {
            long begunAt = System.nanoTime();
            if (service == FARE_CALCULATION) {
                // Of a StatefulSet the one that ends leaves its name and its volume to the one that comes.
                line.replicas().stop(old);
                line.add(old, build);
            } else {
                line.add(line.replicas().next(service), build);
                line.replicas().stop(old);
            }
            screen.say("  %-28s %5.1f s".formatted(old.name() + " was replaced", StartTimes.secondsSince(begunAt)));
        }
    }

    private static void await(Step step, long millis) {
        try {
            boolean _ = step.over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
