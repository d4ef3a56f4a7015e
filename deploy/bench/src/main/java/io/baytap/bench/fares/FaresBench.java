package io.baytap.bench.fares;

import io.baytap.bench.Benchmarks;
import io.baytap.bench.Programs;
import io.baytap.bench.Series;
import io.baytap.bench.fares.FaresResult.Loading;
import io.baytap.bench.fares.StreamRace.Contestant;
import io.baytap.bench.fares.StreamRace.Run;
import io.baytap.stack.Child;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures everything, on a stack that was just started. */
final class FaresBench {

    private static final Duration LOADS_MAX = Duration.ofMinutes(5);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final long SEED = 1;

    private final EmbeddedStack stack;
    private final Path logs;
    private final FaresSettings settings;
    private final FeedSet feedSet;

    private FaresBench(EmbeddedStack stack, Path feeds, Path logs, FaresSettings settings) throws IOException {
        this.stack = stack;
        this.logs = logs;
        this.settings = settings;
        this.feedSet = FeedSet.copy(feeds, stack.warden().directory("feeds"));
    }

    /** With the feeds of that directory; a log per process is written to {@code logs}. */
    static FaresResult run(Path feeds, Path logs, FaresSettings settings) throws Exception {
        try (var stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY))) {
            stack.setUpTopics();
            return new FaresBench(stack, feeds, logs, settings).run();
        }
    }

    private FaresResult run() throws Exception {
        List<Loading> loadings = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            loadings.add(load(logs.resolve("feeds-" + round + ".log")));
        }
        say("tariffs loaded " + loadings.size() + " times");
        Map<String, Series> perSecond = Engine.measure(
                feedSet.directory(),
                settings.rounds(),
                new Benchmarks.How(settings.forks(), settings.seconds(), settings.jvm()));
        say("engine measured");
        var day = new TravelDay(Rides.of(feedSet.directory()), DAY);
        TapTopic.fill(stack, day.taps(settings.riders(), SEED));
        say("taps on their topic");
        List<Run> fares = new ArrayList<>();
        List<Run> bare = new ArrayList<>();
        List<Run> inMemory = new ArrayList<>();
        try (var race = new StreamRace(stack, logs, settings.jvm(), feedSet.directory(), day.end())) {
            while (fares.size() < settings.rounds()) {
                boolean restore = settings.inMemory();
                fares.add(checked(race.run(Contestant.FARES, restore)));
                bare.add(race.run(Contestant.BARE, false));
                if (settings.inMemory()) {
                    inMemory.add(checked(race.run(Contestant.FARES_IN_MEMORY, restore)));
                }
                say("topologies, round " + fares.size() + " of " + settings.rounds());
            }
        }
        return new FaresResult(feedSet, loadings, perSecond, fares, bare, inMemory);
    }

    /** A round counts only if every journey got its fare. */
    private Run checked(Run run) {
        long expected = (long) settings.riders() * TravelDay.JOURNEYS_PER_RIDER;
        if (run.published() != expected) {
            throw new IllegalStateException(run.published() + " fares instead of " + expected);
        }
        return run;
    }

    private Loading load(Path log) throws IOException {
        Files.deleteIfExists(log);
        Child child = Programs.start(
                stack.warden(),
                FeedLoads.class,
                log,
                settings.jvm(),
                List.of(feedSet.directory().toString(), Integer.toString(settings.loads())));
        child.awaitSuccess(LOADS_MAX);
        List<String> said = Files.readAllLines(log);
        List<Double> seconds = figures(said, FeedLoads.LOADED);
        return new Loading(
                seconds.getFirst(),
                seconds.getLast(),
                figures(said, FeedLoads.HOLDS).getFirst().longValue());
    }

    private static List<Double> figures(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> Double.valueOf(line.substring(prefix.length())))
                .toList();
    }

    private static void say(String text) {
        System.out.println("  " + text);
    }
}
