package io.baytap.bench.reporting;

import io.baytap.bench.GroupProgress;
import io.baytap.bench.Machine;
import io.baytap.bench.Measurement;
import io.baytap.bench.ServiceProcess;
import io.baytap.bench.Stopwatch;
import io.baytap.local.LineService;
import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts fares, round by round; then asks over a year of them. The database writes to the disk. */
final class ReportingBench {

    private static final String SERVICE = LineService.CROSS_BORDER_REPORTING.id();
    private static final String DATABASE = "reporting";
    private static final Duration RUN_MAX = Duration.ofMinutes(20);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    /** Of the fares: until as many are counted the time is not taken, for the second compiler works. */
    private static final double WARM_UP = 0.5;

    /** Fares whose rides are looked for in the year: enough of them, and no matter how many. */
    private static final long TRACED = 1_000;

    private final EmbeddedStack stack;
    private final Path root;
    private final Path logs;
    private final ReportingSettings settings;

    private ReportingBench(EmbeddedStack stack, Path root, Path logs, ReportingSettings settings) {
        this.stack = stack;
        this.root = root;
        this.logs = logs;
        this.settings = settings;
    }

    /** In a clone that was built; a log per process is written to {@code logs}. */
    static ReportingResult run(Path root, Path logs, ReportingSettings settings) throws Exception {
        List<Measurement> counting = new ArrayList<>();
        Map<String, String> flags = new LinkedHashMap<>();
        while (counting.size() < settings.rounds()) {
            try (var stack = EmbeddedStack.startDurable(Set.of(Part.KAFKA, Part.REGISTRY, Part.POSTGRES))) {
                counting.add(new ReportingBench(stack, root, logs, settings).counting(flags));
            }
            System.out.println("  round " + counting.size() + " of " + settings.rounds());
        }
        try (var stack = EmbeddedStack.startDurable(Set.of(Part.KAFKA, Part.REGISTRY, Part.POSTGRES))) {
            return new ReportingBench(stack, root, logs, settings).year(counting, flags);
        }
    }

    /** Counts only if every posting was counted and nothing is parked. */
    private Measurement counting(Map<String, String> flags) {
        begin(settings.fares());
        ServiceProcess service = service();
        Map<String, Long> processes = processes(service);
        try (var progress = new GroupProgress(stack.bootstrapServers(), Topics.SETTLEMENTS_POSTED);
                var taps = new GroupProgress(stack.bootstrapServers(), Topics.TAPS_ACCEPTED);
                var charges = new GroupProgress(stack.bootstrapServers(), Topics.CHARGES_SETTLED);
                var prices = new GroupProgress(stack.bootstrapServers(), Topics.FARES_ASSESSED)) {
            List<GroupProgress> all = List.of(progress, taps, charges, prices);
            long events = settings.fares() * LineOfFares.EVENTS;
            service.process().awaitReady(() -> done(all) >= events * WARM_UP, RUN_MAX);
            long before = done(all);
            var watch = new Stopwatch(processes);
            service.process().awaitReady(() -> done(all) >= events, RUN_MAX);
            Measurement measured = watch.stop((events - before) / LineOfFares.EVENTS);
            flags.putAll(Machine.flags(processes));
            return measured;
        } finally {
            service.process().stop(STOP_MAX);
        }
    }

    private static long done(List<GroupProgress> topics) {
        return topics.stream().mapToLong(topic -> topic.done(SERVICE)).sum();
    }

    private ReportingResult year(List<Measurement> counting, Map<String, String> flags) throws Exception {
        begin(TRACED);
        ServiceProcess first = service();
        try (var progress = new GroupProgress(stack.bootstrapServers(), Topics.CHARGES_SETTLED)) {
            first.process().awaitReady(() -> progress.done(SERVICE) >= TRACED, RUN_MAX);
        } finally {
            first.process().stop(STOP_MAX);
        }
        Map<String, Long> rows;
        try (Connection database =
                DriverManager.getConnection(stack.jdbcUrl(DATABASE), stack.username(), stack.password())) {
            rows = YearOfFares.write(database, settings.yearFares(), settings.tracedDays());
        }
        System.out.println("  a year is written: " + rows);
        ServiceProcess service = service();
        try (var questions = new Questions(service)) {
            return new ReportingResult(counting, rows, questions.ask(settings), flags);
        } finally {
            service.process().stop(STOP_MAX);
        }
    }

    private void begin(long fares) {
        stack.setUpTopics();
        stack.createDatabase(DATABASE);
        LineOfFares.fill(stack, fares);
    }

    private Map<String, Long> processes(ServiceProcess service) {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("kafka", stack.process(Part.KAFKA).pid());
        processes.put("postgres", stack.process(Part.POSTGRES).pid());
        processes.put(SERVICE, service.process().pid());
        return processes;
    }

    private ServiceProcess service() {
        Map<String, String> environment = Map.of(
                "REPORTING_ACCESS", "open",
                "REPORTING_OPEN_ACCESS_ALLOWED", "true",
                "REPORTING_TRACE_DAYS", "366",
                "QUARKUS_DATASOURCE_USERNAME", stack.username(),
                "QUARKUS_DATASOURCE_PASSWORD", stack.password(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", stack.reactiveUrl(DATABASE),
                "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(DATABASE));
        return ServiceProcess.start(
                stack,
                LineService.CROSS_BORDER_REPORTING,
                new ServiceProcess.How(root, logs.resolve("reporting.log"), settings.jvm(), environment));
    }
}
