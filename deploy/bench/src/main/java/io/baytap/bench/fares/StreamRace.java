package io.baytap.bench.fares;

import io.baytap.bench.GroupProgress;
import io.baytap.bench.Machine;
import io.baytap.bench.Measurement;
import io.baytap.bench.OwnTopic;
import io.baytap.bench.Programs;
import io.baytap.bench.Stopwatch;
import io.baytap.bench.TopicTally;
import io.baytap.bench.fares.StreamProgram.Kind;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.stack.Child;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams.State;

/** Runs topologies over the same taps, one after the other, each under an application id of its own and with no state. */
final class StreamRace implements AutoCloseable {

    static final String STREAMS = "streams";

    private static final Duration RUN_MAX = Duration.ofMinutes(20);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    /** Of the taps: until as many are done the time is not taken. The second compiler works for the first minute. */
    private static final double WARM_UP = 0.5;

    private final EmbeddedStack stack;
    private final Path logs;
    private final List<String> jvm;
    private final Path feeds;
    private final Instant now;
    private final long taps;
    private final Admin admin;
    private final GroupProgress progress;
    private final Topic forwarded;
    private int runs;

    /** Which topology, and where its stores are. */
    record Contestant(Kind kind, boolean inMemory) {

        static final Contestant FARES = new Contestant(Kind.FARES, false);
        static final Contestant FARES_IN_MEMORY = new Contestant(Kind.FARES, true);
        static final Contestant BARE = new Contestant(Kind.BARE, false);
    }

    /**
     * What one run came to.
     *
     * @param flags by process, what decides its speed
     * @param published on the topic that the topology writes
     * @param restored how its state came back from the changelogs, in words; empty if that was not asked for
     */
    record Run(Measurement taps, Map<String, String> flags, long published, String restored) {}

    /**
     * Over taps that are on the topic.
     *
     * @param feeds for who prices
     * @param now when the taps are over
     */
    StreamRace(EmbeddedStack stack, Path logs, List<String> jvm, Path feeds, Instant now)
            throws ExecutionException, InterruptedException {
        this.stack = stack;
        this.logs = logs;
        this.jvm = jvm;
        this.feeds = feeds;
        this.now = now;
        this.admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
        this.progress = new GroupProgress(stack.bootstrapServers(), Topics.TAPS_ACCEPTED);
        this.taps = ends();
        this.forwarded = OwnTopic.create(stack.bootstrapServers(), BareTopology.FORWARDED);
    }

    /** Runs one, until the broker knows that all taps are done; if asked, starts it once more without its state. */
    Run run(Contestant contestant, boolean restore) throws IOException, ExecutionException, InterruptedException {
        String application = "bench-" + runs++ + "-" + contestant.kind().name().toLowerCase(Locale.ROOT);
        Path log = logs.resolve(application + ".log");
        Files.deleteIfExists(log);
        Topic out = contestant.kind() == Kind.FARES ? Topics.FARES_ASSESSED : forwarded;
        try (var published = new TopicTally(stack.bootstrapServers(), List.of(out));
                var parked = new TopicTally(stack.bootstrapServers(), Topics.deadLetters())) {
            Child child = start(contestant, application, log);
            Map<String, Long> processes = processes(child);
            child.awaitReady(() -> progress.done(application) >= taps * WARM_UP, RUN_MAX);
            long before = progress.done(application);
            var watch = new Stopwatch(processes);
            child.awaitReady(() -> progress.done(application) >= taps, RUN_MAX);
            Measurement measured = watch.stop(taps - before);
            Map<String, String> flags = Machine.flags(processes);
            child.stop(STOP_MAX);
            if (parked.next().records() > 0) {
                throw new IllegalStateException(application + " has parked taps, see " + log);
            }
            String restored = restore ? restore(contestant, application) : "";
            return new Run(measured, flags, published.next().records(), restored);
        } finally {
            deleteInternal(application);
        }
    }

    /** Starts it once more, with no state; returns what it says when it has all of it again. */
    private String restore(Contestant contestant, String application) throws IOException {
        Path log = logs.resolve(application + "-again.log");
        Files.deleteIfExists(log);
        Child child = start(contestant, application, log);
        child.awaitReady(() -> said(log).anyMatch(State.RUNNING.name()::equals), RUN_MAX);
        child.stop(STOP_MAX);
        // Stores may be restored one group after the other: the last line has them all.
        return said(log).filter(line -> line.startsWith(RestoreWatch.RESTORED)).reduce("", (_, last) -> last);
    }

    private Child start(Contestant contestant, String application, Path log) {
        Path state = stack.warden().directory("state-" + application + "-" + System.nanoTime());
        List<String> arguments = new ArrayList<>(List.of(
                "--kind=" + contestant.kind(),
                "--application=" + application,
                "--kafka=" + stack.bootstrapServers(),
                "--registry=" + stack.registryUrl(),
                "--feeds=" + feeds,
                "--state=" + state,
                "--now=" + now));
        if (contestant.inMemory()) {
            arguments.add("--in-memory");
        }
        return Programs.start(stack.warden(), StreamProgram.class, log, jvm, arguments);
    }

    private Map<String, Long> processes(Child child) {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("kafka", stack.process(Part.KAFKA).pid());
        processes.put(STREAMS, child.pid());
        processes.put(Measurement.CLIENT, ProcessHandle.current().pid());
        return processes;
    }

    private long ends() {
        try (var tally = new TopicTally(stack.bootstrapServers(), List.of(Topics.TAPS_ACCEPTED))) {
            return tally.end();
        }
    }

    /** Changelogs are as large as all that was ever put. */
    private void deleteInternal(String application) throws ExecutionException, InterruptedException {
        admin.deleteTopics(admin.listTopics().names().get().stream()
                        .filter(topic -> topic.startsWith(application + "-"))
                        .toList())
                .all()
                .get();
    }

    private static Stream<String> said(Path log) {
        try {
            return Files.readString(log).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        progress.close();
        admin.close();
    }
}
