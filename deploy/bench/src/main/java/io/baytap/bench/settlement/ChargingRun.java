package io.baytap.bench.settlement;

import io.baytap.bench.Measurement;
import io.baytap.bench.ServiceProcess;
import io.baytap.bench.Stopwatch;
import io.baytap.bench.TopicTally;
import io.baytap.local.LineService;
import io.baytap.local.ProviderSettings;
import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Fares whose wallets are debited at the sandbox, signed on both sides, until it is told that they were. The sandbox runs in this process. */
final class ChargingRun {

    private static final String SERVICE = LineService.WALLET_SETTLEMENT.id();
    private static final List<Scheme> SCHEMES = List.of(Scheme.WEIXIN_PAY, Scheme.WECHAT_PAY_HK);
    private static final Duration RUN_MAX = Duration.ofMinutes(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    /** Of the debits: until as many are settled the time is not taken, for the second compiler works. */
    private static final double WARM_UP = 0.5;

    private static final String ANSWERS = "wallet_provider_answers_seconds_";
    private static final String IN_TIME = "le=\"0.25\"";

    /**
     * Debits, and how soon the provider had answered.
     *
     * @param inTime the part of all answers that took 250 ms at most, 0 to 1
     */
    record Charging(Measurement charged, double inTime) {}

    private ChargingRun() {}

    /** On a stack of its own, with its database on the disk. */
    static Charging run(Path root, Path logs, SettlementSettings settings) throws Exception {
        try (var stack = EmbeddedStack.startDurable(Set.of(Part.KAFKA, Part.REGISTRY, Part.POSTGRES))) {
            Path keys = stack.warden().directory("provider-keys");
            try (var provider = ProviderSandbox.start(ProviderConfig.at(keys).withAnyContract())) {
                stack.setUpTopics();
                stack.createDatabase("wallet");
                DayOfFares.sign(stack, settings.charges());
                List<String> jvm = new ArrayList<>(settings.jvm());
                SCHEMES.forEach(scheme -> ProviderSettings.of(scheme, provider.url(), keys)
                        .forEach((name, value) -> jvm.add("-D" + name + "=" + value)));
                DayOfFares.subMchids().forEach((name, value) -> jvm.add("-D" + name + "=" + value));
                var how = new ServiceProcess.How(
                        root, logs.resolve("charging.log"), jvm, SettlementBench.database(stack));
                ServiceProcess service = ServiceProcess.start(stack, LineService.WALLET_SETTLEMENT, how);
                Charging measured = measure(stack, service, settings.charges());
                service.process().stop(STOP_MAX);
                return measured;
            }
        }
    }

    private static Charging measure(EmbeddedStack stack, ServiceProcess service, long charges) throws Exception {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("kafka", stack.process(Part.KAFKA).pid());
        processes.put("postgres", stack.process(Part.POSTGRES).pid());
        processes.put(SERVICE, service.process().pid());
        processes.put(Measurement.CLIENT, ProcessHandle.current().pid());
        try (var tally = new TopicTally(stack.bootstrapServers(), List.of(Topics.CHARGES_SETTLED))) {
            var settled = new AtomicLong();
            DayOfFares.fill(stack, charges);
            service.process().awaitReady(() -> settled.addAndGet(tally.next().records()) >= charges * WARM_UP, RUN_MAX);
            long before = settled.get();
            Answers first = answers(service.uri());
            var watch = new Stopwatch(processes);
            service.process().awaitReady(() -> settled.addAndGet(tally.next().records()) >= charges, RUN_MAX);
            Measurement charged = watch.stop(settled.get() - before);
            Answers last = answers(service.uri());
            return new Charging(charged, (last.inTime() - first.inTime()) / (last.all() - first.all()));
        }
    }

    private record Answers(double inTime, double all) {}

    private static Answers answers(URI service) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            List<String> metrics = client.send(
                            HttpRequest.newBuilder(service.resolve("/q/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
            return new Answers(
                    sum(metrics.stream().filter(line -> line.startsWith(ANSWERS + "bucket") && line.contains(IN_TIME))),
                    sum(metrics.stream().filter(line -> line.startsWith(ANSWERS + "count"))));
        }
    }

    private static double sum(Stream<String> lines) {
        return lines.mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
