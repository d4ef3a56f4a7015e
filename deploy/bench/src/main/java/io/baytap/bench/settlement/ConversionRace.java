package io.baytap.bench.settlement;

import io.baytap.bench.GroupProgress;
import io.baytap.bench.Measurement;
import io.baytap.bench.OwnTopic;
import io.baytap.bench.Programs;
import io.baytap.bench.ServiceProcess;
import io.baytap.bench.Stopwatch;
import io.baytap.bench.TopicTally;
import io.baytap.local.LineService;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.stack.Child;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** fx-conversion and a topology that only reads and writes, over the same fares, one after the other. */
final class ConversionRace {

    static final String STREAMS = "streams";

    private static final Duration RUN_MAX = Duration.ofMinutes(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    /** Of the fares: until as many are done the time is not taken, for the second compiler works. */
    private static final double WARM_UP = 0.5;

    private final EmbeddedStack stack;
    private final Path root;
    private final Path logs;
    private final SettlementSettings settings;

    /** Both measurements of a round. */
    record Conversion(Measurement converted, Measurement passedOn) {}

    private ConversionRace(EmbeddedStack stack, Path root, Path logs, SettlementSettings settings) {
        this.stack = stack;
        this.root = root;
        this.logs = logs;
        this.settings = settings;
    }

    /** On a stack of its own. */
    static Conversion run(Path root, Path logs, SettlementSettings settings) throws Exception {
        try (var stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY))) {
            stack.setUpTopics();
            AssessedFares.fill(stack, settings.fares());
            var race = new ConversionRace(stack, root, logs, settings);
            return new Conversion(race.service(), race.passThrough());
        }
    }

    private Measurement service() {
        ServiceProcess service = ServiceProcess.start(
                stack,
                LineService.FX_CONVERSION,
                new ServiceProcess.How(
                        root,
                        logs.resolve("fx.log"),
                        settings.jvm(),
                        Map.of(
                                "FX_STATE_DIRECTORY",
                                stack.warden().directory("fx-state").toString(),
                                "FX_ACCESS",
                                "open",
                                "FX_OPEN_ACCESS_ALLOWED",
                                "true")));
        return measure(service.process(), LineService.FX_CONVERSION.id(), Topics.FARES_CONVERTED);
    }

    private Measurement passThrough() throws Exception {
        Topic out = OwnTopic.create(stack.bootstrapServers(), PassThrough.PASSED_ON);
        Child child = Programs.start(
                stack.warden(),
                PassThrough.class,
                logs.resolve("pass-through.log"),
                settings.jvm(),
                List.of(
                        "--application=" + PassThrough.class.getSimpleName(),
                        "--kafka=" + stack.bootstrapServers(),
                        "--registry=" + stack.registryUrl(),
                        "--state=" + stack.warden().directory("pass-through-state"),
                        "--settings="
                                + root.resolve("services/fx-conversion/src/main/resources/application.properties")));
        return measure(child, PassThrough.class.getSimpleName(), out);
    }

    /** Counts only if every fare came out. */
    private Measurement measure(Child child, String group, Topic out) {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("kafka", stack.process(Part.KAFKA).pid());
        processes.put(STREAMS, child.pid());
        processes.put(Measurement.CLIENT, ProcessHandle.current().pid());
        try (var published = new TopicTally(stack.bootstrapServers(), List.of(out));
                var progress = new GroupProgress(stack.bootstrapServers(), Topics.FARES_ASSESSED)) {
            child.awaitReady(() -> progress.done(group) >= settings.fares() * WARM_UP, RUN_MAX);
            long before = progress.done(group);
            var watch = new Stopwatch(processes);
            child.awaitReady(() -> progress.done(group) >= settings.fares(), RUN_MAX);
            Measurement measured = watch.stop(settings.fares() - before);
            child.stop(STOP_MAX);
            if (published.end() < settings.fares()) {
                throw new IllegalStateException(group + ": " + published.end() + " records of " + settings.fares());
            }
            return measured;
        }
    }
}
