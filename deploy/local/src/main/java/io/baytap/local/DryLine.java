package io.baytap.local;

import io.baytap.local.events.LineEvents;
import io.baytap.local.events.LineReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows when nothing is under way any more: every record taken by every consumer, no transaction open, no fare waiting for a rate, no charge
 * or refund undecided, no outcome unpublished; and no record came while all that was looked at.
 */
final class DryLine implements AutoCloseable {

    private static final String WAITING_FARES = "fx_fares_waiting";

    /** So often a person is told what is still under way. */
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private static final long LOOK_AGAIN_MILLIS = 250;

    private final Line line;
    private final Screen screen;
    private final LineReader reader;
    private final WalletBooks books;
    private List<String> underWay = List.of();

    DryLine(Line line, Screen screen) {
        this.line = line;
        this.screen = screen;
        reader = new LineReader(line.stack().bootstrapServers(), line.stack().registryUrl());
        books = WalletBooks.of(line);
    }

    LineEvents events() {
        return reader.events();
    }

    LineReader reader() {
        return reader;
    }

    WalletBooks books() {
        return books;
    }

    /** What was still under way at the last look. */
    List<String> underWay() {
        return underWay;
    }

    /**
     * Waits until the line is dry and the condition holds.
     *
     * @param patience how long nothing at all may move before the wait is given up; a defect then, which reconciling will name
     * @return false if it was given up
     */
    boolean await(BooleanSupplier condition, Duration patience) {
        Map<TopicPartition, Long> lastEnds = Map.of();
        List<String> lastUnderWay = List.of();
        long movedAt = System.nanoTime();
        long toldAt = movedAt;
        while (true) {
            // First: what makes it hold may still have to be told, which the look then sees.
            boolean holds = condition.getAsBoolean();
            Map<TopicPartition, Long> ends = reader.ends();
            look(ends);
            if (holds && underWay.isEmpty() && reader.ends().equals(ends)) {
                return true;
            }
            pause();
            if (System.nanoTime() - toldAt > TELL_EVERY.toNanos()) {
                screen.say("  under way: " + String.join(", ", underWay));
                toldAt = System.nanoTime();
            }
            if (!ends.equals(lastEnds) || !underWay.equals(lastUnderWay)) {
                movedAt = System.nanoTime();
                lastEnds = ends;
                lastUnderWay = underWay;
            } else if (System.nanoTime() - movedAt > patience.toNanos()) {
                return false;
            }
        }
    }

    /** To look costs the broker and the database something that the line needs. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void look(Map<TopicPartition, Long> ends) {
        List<String> found = new ArrayList<>();
        if (!reader.readTo(ends)) {
            found.add("an open transaction");
        }
        found.addAll(reader.behind());
        line.replicas().unready().forEach(replica -> found.add(replica.name() + " is not ready"));
        if (found.isEmpty()) {
            try {
                long waiting = waitingFares();
                if (waiting > 0) {
                    found.add(waiting + " fares wait for a rate");
                }
            } catch (UncheckedIOException e) {
                found.add(LineService.FX_CONVERSION.id() + " does not answer");
            }
            books.outstanding().forEach((kind, count) -> found.add(count + " " + kind));
        }
        underWay = found;
    }

    private long waitingFares() {
        return line.replicas().urls(LineService.FX_CONVERSION).stream()
                .map(replica -> line.http().get(replica.resolve("/q/metrics")))
                .flatMap(String::lines)
                .filter(metric -> metric.startsWith(WAITING_FARES))
                .mapToLong(metric -> (long) Double.parseDouble(metric.substring(metric.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        books.close();
        reader.close();
    }
}
