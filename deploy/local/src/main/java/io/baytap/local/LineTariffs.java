package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.tariffs.feeds.Feeds;
import io.baytap.tariffs.published.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The tariffs of a running line: the feeds of the build, and for each replayed day KMB's change at noon, put there ahead of it. */
final class LineTariffs {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");
    private static final Duration LOADED_MAX = Duration.ofMinutes(1);
    private static final Duration ASK_AGAIN = Duration.ofMillis(200);

    private final Path directory;
    private final Layout layout;

    private LineTariffs(Path directory, Layout layout) {
        this.directory = directory;
        this.layout = layout;
    }

    /** @param directory an empty one, of the line's own */
    static LineTariffs in(Path directory, Layout layout) {
        try (Stream<Path> feeds = Files.list(layout.feeds())) {
            for (Path file : feeds.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LineTariffs(directory, layout);
    }

    Path directory() {
        return directory;
    }

    /** Adds the versions that come into force on that day. */
    void changeOn(LocalDate day) {
        try {
            var _ = new Feeds(Figures.read(layout.published())).writeChange(layout.policies(), day, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until every replica of fare-calculation has found them.
     *
     * @throws IllegalStateException if it has not within a minute, or refuses a file
     */
    void awaitChangeOn(LocalDate day, Line line) {
        line.replicas()
                .urls(LineService.FARE_CALCULATION)
                .forEach(replica -> awaitChangeOn(day, line.http(), replica.resolve("/v1/tariffs")));
    }

    private static void awaitChangeOn(LocalDate day, Http http, URI tariffs) {
        Set<Instant> wanted = Set.of(at(day, LocalTime.MIDNIGHT), at(day, LocalTime.NOON));
        long deadline = System.nanoTime() + LOADED_MAX.toNanos();
        JsonNode answer = http.getJson(tariffs);
        while (!inForceFrom(answer).containsAll(wanted)) {
            if (!answer.path("refusals").isEmpty() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "fare-calculation has not loaded the tariffs of " + day + ": " + answer);
            }
            pause();
            answer = http.getJson(tariffs);
        }
    }

    private static Set<Instant> inForceFrom(JsonNode answer) {
        Set<Instant> from = new HashSet<>();
        for (JsonNode tariff : answer.path("tariffs")) {
            if (tariff.path("operatorId").asText().equals("KMB") && tariff.hasNonNull("inForceFrom")) {
                from.add(Instant.parse(tariff.path("inForceFrom").asText()));
            }
        }
        return from;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LOCAL).toInstant();
    }

    private static void pause() {
        try {
            boolean _ = new CountDownLatch(1).await(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
