package io.baytap.bench.settlement;

import io.baytap.bench.GroupProgress;
import io.baytap.bench.Machine;
import io.baytap.bench.Measurement;
import io.baytap.bench.ServiceProcess;
import io.baytap.bench.Stopwatch;
import io.baytap.bench.TopicTally;
import io.baytap.bench.settlement.SettlementResult.Round;
import io.baytap.local.LineService;
import io.baytap.schemas.Topics;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Measures everything, each round on a stack that was just started and whose database writes to the disk. */
final class SettlementBench {

    static final String SERVICE = LineService.WALLET_SETTLEMENT.id();

    private static final Duration RUN_MAX = Duration.ofMinutes(20);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final Instant AFTER_CUT_OFF = DayOfFares.DAY
            .plusDays(1)
            .atTime(LocalTime.of(5, 0))
            .atZone(ZoneId.of("Asia/Hong_Kong"))
            .toInstant();

    /** Of the fares: until as many are booked the time is not taken, for the second compiler works. */
    private static final double WARM_UP = 0.5;

    private static final int OPERATORS = 7;
    private static final int CONNECTIONS = 4;
    private static final int PER_TRANSACTION = 1_000;

    private final EmbeddedStack stack;
    private final Path root;
    private final Path logs;
    private final SettlementSettings settings;
    private final Map<String, Long> processes = new LinkedHashMap<>();

    private SettlementBench(EmbeddedStack stack, Path root, Path logs, SettlementSettings settings) {
        this.stack = stack;
        this.root = root;
        this.logs = logs;
        this.settings = settings;
        processes.put("kafka", stack.process(Part.KAFKA).pid());
        processes.put("postgres", stack.process(Part.POSTGRES).pid());
        processes.put(Measurement.CLIENT, ProcessHandle.current().pid());
    }

    /** In a clone that was built; a log per process is written to {@code logs}. */
    static SettlementResult run(Path root, Path logs, SettlementSettings settings) throws Exception {
        List<Round> rounds = new ArrayList<>();
        List<ConversionRace.Conversion> conversions = new ArrayList<>();
        List<ChargingRun.Charging> chargings = new ArrayList<>();
        Map<String, String> flags = new LinkedHashMap<>();
        while (rounds.size() < settings.rounds()) {
            try (var stack = EmbeddedStack.startDurable(Set.of(Part.KAFKA, Part.REGISTRY, Part.POSTGRES))) {
                stack.setUpTopics();
                stack.createDatabase("wallet");
                var bench = new SettlementBench(stack, root, logs, settings);
                rounds.add(bench.round(flags));
            }
            chargings.add(ChargingRun.run(root, logs, settings));
            conversions.add(ConversionRace.run(root, logs, settings));
            System.out.println("  round " + rounds.size() + " of " + settings.rounds());
        }
        return new SettlementResult(rounds, chargings, conversions, flags);
    }

    private Round round(Map<String, String> flags) throws Exception {
        DayOfFares.sign(stack, settings.fares());
        DayOfFares.fill(stack, settings.fares());
        ServiceProcess service = ServiceProcess.start(stack, LineService.WALLET_SETTLEMENT, how("wallet.log"));
        processes.put(SERVICE, service.process().pid());
        Measurement posting = posting(service);
        flags.putAll(Machine.flags(processes));
        Measurement closing = closing(service);
        service.process().stop(STOP_MAX);
        long postings = count("select count(*) from posting");
        processes.remove(SERVICE);
        Measurement tpcB;
        try (var transactions = new TpcB(stack, CONNECTIONS)) {
            transactions.run(settings.transactions() / 2);
            var watch = new Stopwatch(processes);
            tpcB = watch.stop(transactions.run(settings.transactions()));
        }
        Measurement ofOne = ceiling("one", 1);
        Measurement ceiling = ceiling("many", CONNECTIONS);
        return new Round(posting, tpcB, ofOne, ceiling, postings, closing, verifying(postings));
    }

    /** Counts only if every fare was told as booked. */
    private Measurement posting(ServiceProcess service) {
        try (var told = new TopicTally(stack.bootstrapServers(), List.of(Topics.SETTLEMENTS_POSTED));
                var progress = new GroupProgress(stack.bootstrapServers(), Topics.FARES_CONVERTED)) {
            service.process().awaitReady(() -> progress.done(SERVICE) >= settings.fares() * WARM_UP, RUN_MAX);
            long before = progress.done(SERVICE);
            var watch = new Stopwatch(processes);
            service.process().awaitReady(() -> progress.done(SERVICE) >= settings.fares(), RUN_MAX);
            Measurement measured = watch.stop(settings.fares() - before);
            if (told.end() < settings.fares()) {
                throw new IllegalStateException(told.end() + " fares told of " + settings.fares());
            }
            return measured;
        }
    }

    private Measurement closing(ServiceProcess service) {
        try (var batches = new TopicTally(stack.bootstrapServers(), List.of(Topics.SETTLEMENTS_BATCHES));
                var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            var told = new AtomicLong();
            var watch = new Stopwatch(processes);
            records.produce(
                    Topics.REPLAY_TICKS,
                    List.of(ReplayTick.newBuilder()
                            .setEventId("tick:bench:" + AFTER_CUT_OFF)
                            .setOccurredAt(AFTER_CUT_OFF)
                            .setClockId("bench")
                            .build()));
            service.process().awaitReady(() -> told.addAndGet(batches.next().records()) >= OPERATORS, RUN_MAX);
            return watch.stop(OPERATORS);
        }
    }

    private Measurement ceiling(String name, int connections) throws Exception {
        try (var ceiling = new DatabaseCeiling(stack, "ceiling_" + name, connections, PER_TRANSACTION)) {
            ceiling.book(settings.fares() / 4);
            var watch = new Stopwatch(processes);
            return watch.stop(ceiling.book(settings.fares() / 2));
        }
    }

    private Measurement verifying(long postings) {
        var watch = new Stopwatch(processes);
        ServiceProcess.run(stack, LineService.WALLET_SETTLEMENT, how("verify.log"), List.of("verify"), RUN_MAX);
        return watch.stop(postings);
    }

    private ServiceProcess.How how(String log) {
        return new ServiceProcess.How(root, logs.resolve(log), settings.jvm(), database(stack));
    }

    /** Settings of wallet-settlement, by environment. */
    static Map<String, String> database(EmbeddedStack stack) {
        return Map.of(
                "WALLET_CLOCK", "replay",
                "WALLET_REPLAY_ALLOWED", "true",
                "QUARKUS_DATASOURCE_USERNAME", stack.username(),
                "QUARKUS_DATASOURCE_PASSWORD", stack.password(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", stack.reactiveUrl("wallet"),
                "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl("wallet"));
    }

    private long count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl("wallet"), stack.username(), stack.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
