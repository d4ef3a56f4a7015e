package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.sandbox.identity.Person;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.stack.BrokerUser;
import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole line, running: the stack, the provider sandbox and the five services, each a process of its own on loopback. */
public final class Line implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration VERIFY_MAX = Duration.ofMinutes(2);

    private final Layout layout;
    private final Path logs;
    private final Http http = new Http();
    private final EmbeddedStack stack;
    private final URI provider;
    private final Child sandbox;
    private final LineTariffs tariffs;
    private final LineIdentity identity;
    private final ServiceSettings settings;
    private final Replicas replicas;

    private Line(Layout layout, Path logs, EmbeddedStack stack, LineShape shape) {
        this.layout = layout;
        this.logs = logs;
        this.stack = stack;
        int providerPort = Ports.free();
        this.provider = URI.create("http://127.0.0.1:" + providerPort);
        Path keys = stack.warden().directory("keys");
        this.sandbox = startSandbox(providerPort, keys);
        this.tariffs = LineTariffs.in(stack.warden().directory("tariffs"), layout);
        this.replicas = new Replicas(stack.warden(), http, logs, shape);
        this.identity = LineIdentity.start(url(LineService.CROSS_BORDER_REPORTING));
        this.settings = new ServiceSettings(
                tariffs.directory(), stack, provider, keys, replicas::url, identity, users(layout, stack));
    }

    /** The same with one replica of each service. */
    static Line start(Layout layout, Path logs, StartTimes times) {
        return start(layout, logs, times, LineShape.of(layout));
    }

    /**
     * Starts everything, overlapping, and returns when all of it says that it is ready.
     *
     * @throws IllegalStateException with the end of its log if a part does not start; nothing is left of the others
     */
    static Line start(Layout layout, Path logs, StartTimes times, LineShape shape) {
        EmbeddedStack stack = times.measure("stack", () -> shape.stacks().apply(Set.of(Part.values())));
        try {
            Line line = new Line(layout, logs, stack, shape);
            times.measure("topics, schemas, databases", () -> {
                stack.createDatabase("wallet");
                stack.createDatabase("reporting");
                stack.setUpTopics();
                return stack;
            });
            line.sandbox.awaitReady(() -> line.http.answers(line.provider.resolve("/sandbox/v1/books")), START_MAX);
            line.replicas.startAll(line.settings, times);
            return line;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    /** Ends a service, or its first replica, as a power cut would; it may be started again. */
    public void kill(LineService service) {
        replicas.kill(replicas.of(service).getFirst());
    }

    /** Starts a replica again that has ended, with the same settings, port and files. */
    void launchAgain(Replica replica) {
        replicas.launchAgain(replica, settings);
    }

    /** Starts a service's first replica again that has ended, and returns when it is ready. */
    void restart(LineService service) {
        Replica replica = replicas.of(service).getFirst();
        replicas.launchAgain(replica, settings);
        replicas.awaitReady(replica);
    }

    /** Starts one more replica, of the services that were built in that clone, and waits until it is ready. */
    void add(Replica replica, Layout services) {
        replicas.start(replica, services, settings);
    }

    /** The services' processes. */
    Replicas replicas() {
        return replicas;
    }

    /** Where a service answers. */
    public URI url(LineService service) {
        return replicas.url(service);
    }

    /** A bearer token of one who may read everything. */
    String auditor() {
        return identity.auditor();
    }

    /** A bearer token of a person. */
    String token(Person person) {
        return identity.token(person);
    }

    /** What cross-border-reporting answers to an auditor. */
    JsonNode reported(String path) {
        return http.getJson(url(LineService.CROSS_BORDER_REPORTING).resolve(path), identity.auditor());
    }

    /** What fare-calculation prices with. */
    LineTariffs tariffs() {
        return tariffs;
    }

    /** The provider sandbox. */
    URI provider() {
        return provider;
    }

    EmbeddedStack stack() {
        return stack;
    }

    Http http() {
        return http;
    }

    /** Process ids by name. */
    Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("kafka", stack.process(Part.KAFKA).pid());
        processes.put("registry", stack.process(Part.REGISTRY).pid());
        processes.put("postgres", stack.process(Part.POSTGRES).pid());
        processes.put("sandbox", sandbox.pid());
        processes.putAll(replicas.processes());
        processes.put("launcher", ProcessHandle.current().pid());
        return processes;
    }

    /** Stops the services, each allowed to finish its work; then ends the rest. */
    @Override
    public void close() {
        try {
            replicas.close();
        } finally {
            identity.close();
            stack.close();
        }
    }

    /**
     * Lets wallet-settlement prove its ledger; what it says last.
     *
     * @throws IllegalStateException with the end of what it says if the ledger is not sound
     */
    String verifyLedger() {
        LineService wallet = LineService.WALLET_SETTLEMENT;
        List<String> program = new ArrayList<>(jvm(wallet.heapMebibytes()));
        program.addAll(List.of("-jar", layout.program(wallet).toString(), "verify"));
        Child verify = stack.warden()
                .start(Command.of(
                        "verify",
                        program,
                        settings.environment(new Replica(wallet, 0), 0),
                        logs.resolve("verify.log")));
        verify.awaitSuccess(VERIFY_MAX);
        return verify.tail().lines().reduce("", (_, last) -> last);
    }

    /** Each service comes to the broker as itself, and may do there what the chart lets it do. */
    private static Map<LineService, BrokerUser> users(Layout layout, EmbeddedStack stack) {
        ChartUsers chart = ChartUsers.read(layout.users());
        Map<LineService, BrokerUser> users = new EnumMap<>(LineService.class);
        for (LineService service : LineService.values()) {
            users.put(service, chart.add(service.id(), stack));
        }
        return users;
    }

    private Child startSandbox(int port, Path keys) {
        List<String> line = new ArrayList<>(jvm(128));
        line.addAll(List.of(
                "-jar",
                layout.sandbox().toString(),
                "provider",
                "--port",
                Integer.toString(port),
                "--keys",
                keys.toString(),
                "--fee-of",
                Scheme.FOREIGN_CARD.folder() + "=" + ServiceSettings.CARD_FEE_BASIS_POINTS));
        return stack.warden().start(Command.of("sandbox", line, Map.of(), logs.resolve("sandbox.log")));
    }

    /** Small, and quick to start: one machine with everything on it has no processor to spare for the second compiler. */
    static List<String> jvm(int heapMebibytes) {
        return List.of(
                Command.java(),
                "-Xmx" + heapMebibytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
