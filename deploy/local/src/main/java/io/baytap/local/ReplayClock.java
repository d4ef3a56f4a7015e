package io.baytap.local;

import io.baytap.local.events.LineReader;
import io.baytap.schemas.Topics;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.stack.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells the services what time it is in the replayed day. It never goes back, and it does not run ahead: the day is replayed hundreds of
 * times faster than it was, so an hour is told only when fare-calculation has taken the taps that were sent until then. Otherwise every
 * journey would seem to lack its exit.
 */
final class ReplayClock implements AutoCloseable {

    /** By now even a request that was answered late has arrived. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(20);

    private static final long LOOK_MILLIS = 100;

    private final LineReader reader;
    private final Records records;
    private final SandboxDesk sandbox;
    private final ExecutorService teller = Executors.newSingleThreadExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Instant asked = Instant.EPOCH;
    private Instant told = Instant.EPOCH;

    ReplayClock(Line line, LineReader reader) {
        this.reader = reader;
        this.sandbox = new SandboxDesk(line);
        this.records = new Records(line.stack().bootstrapServers(), line.stack().registryUrl());
    }

    /** The day has got that far. Returns at once. */
    synchronized void passed(Instant time) {
        Instant hour = time.minus(SETTLED_AFTER).truncatedTo(ChronoUnit.HOURS);
        if (hour.isAfter(asked)) {
            asked = hour;
            teller.execute(() -> tellWhenTaken(hour));
        }
    }

    /** The day begins for the providers; the services learn the time with the first hour that has passed. */
    void begin(Instant time) {
        sandbox.tell(time);
    }

    /** It is that time now, if no later one was told. */
    synchronized void tell(Instant time) {
        if (time.isAfter(told)) {
            // First: what the services do by the new time, the providers must not date by the old one.
            sandbox.tell(time);
            told = time;
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
            records.produce(Topics.REPLAY_TICKS, List.of(new ReplayTick("tick:line:" + micros, time, "line")));
        }
    }

    private void tellWhenTaken(Instant hour) {
        Map<TopicPartition, Long> ends = reader.ends();
        try {
            while (!reader.hasTaken(LineService.FARE_CALCULATION.id(), Topics.TAPS_ACCEPTED, ends)) {
                if (closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            tell(hour);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        teller.close();
        records.close();
    }
}
