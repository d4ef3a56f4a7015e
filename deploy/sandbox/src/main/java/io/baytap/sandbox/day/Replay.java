package io.baytap.sandbox.day;

import io.baytap.sandbox.gates.GateLink;
import io.baytap.sandbox.gates.SigningKey;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends a day's batches in the order of their times, many at once but each gate's one after the other. A gate keeps trying until
 * it has an answer.
 */
final class Replay {

    private static final Duration BACK_OFF_MIN = Duration.ofMillis(100);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(2);

    private final GateLink link;
    private final Progress progress;
    private final ReplaySettings settings;
    private final TapWriter writer = new TapWriter(new Wallets());
    private final Verdicts verdicts = new Verdicts();
    private final Tally tally = new Tally();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long startedAt = System.nanoTime();

    Replay(GateLink link, Progress progress, ReplaySettings settings) {
        this.link = link;
        this.progress = progress;
        this.settings = settings;
    }

    ReplayResult run(List<Batch> batches) throws InterruptedException {
        long total = batches.stream().mapToLong(batch -> batch.taps().size()).sum();
        var room = new Semaphore(settings.concurrency());
        Map<String, CompletableFuture<@Nullable Void>> busy = new HashMap<>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Batch batch : batches) {
                    room.acquire();
                    var free = new CompletableFuture<@Nullable Void>();
                    var before = busy.put(batch.gate().gateId(), free);
                    workers.execute(() -> {
                        try {
                            if (before != null) {
                                before.join();
                            }
                            deliver(batch);
                            progress.advanced(tally.done(batch), total, batch.sentAt());
                        } finally {
                            free.complete(null);
                            room.release();
                        }
                    });
                }
            } catch (InterruptedException e) {
                stopped.countDown();
                throw e;
            }
        }
        return tally.result((System.nanoTime() - startedAt) / 1e9);
    }

    private void deliver(Batch batch) {
        String gateId = batch.gate().gateId();
        SigningKey key = SigningKey.of(batch.ownKey() ? "gate " + gateId : "thief");
        byte[] body = writer.write(batch.taps());
        Duration backOff = BACK_OFF_MIN;
        boolean answerWasLost = false;
        while (!isOver()) {
            Duration pause = backOff;
            try {
                GateLink.Answer answer = link.send(gateId, key, batch.sentAt(), body);
                if (answer.status() != 429 && answer.status() < 500) {
                    book(batch, answer, answerWasLost);
                    return;
                }
                answerWasLost |= answer.status() >= 500;
                pause = answer.retryAfter().orElse(backOff);
            } catch (IOException e) {
                answerWasLost = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            tally.retried();
            pause(pause);
            backOff = backOff.multipliedBy(2).compareTo(BACK_OFF_MAX) < 0 ? backOff.multipliedBy(2) : BACK_OFF_MAX;
        }
        tally.unanswered(batch);
    }

    private void book(Batch batch, GateLink.Answer answer, boolean answerWasLost) {
        if (answer.status() != 202) {
            tally.refused(batch, verdicts.reason(answer.status(), answer.body()));
            return;
        }
        List<String> outcomes = verdicts.outcomes(answer.body(), batch.taps());
        for (int i = 0; i < outcomes.size(); i++) {
            tally.judged(batch, batch.taps().get(i), outcomes.get(i), answerWasLost);
        }
    }

    private boolean isOver() {
        return stopped.getCount() == 0
                || System.nanoTime() - startedAt > settings.giveUpAfter().toNanos();
    }

    private void pause(Duration pause) {
        try {
            boolean _ = stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
