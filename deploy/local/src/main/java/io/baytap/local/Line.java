package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.sandbox.identity.Person;
import io.baytap.sandbox.provider.Scheme;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The whole line, running: the stack, the provider sandbox and the five services, each a process of its own on loopback. */
public final class Line implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration VERIFY_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final Layout layout;
    private final Path logs;
    private final Http http = new Http();
    private final EmbeddedStack stack;
    private final URI provider;
    private final Child sandbox;
    private final LineTariffs tariffs;
    private final LineIdentity identity;
    private final ServiceSettings settings;
    private final Map<String, String> more;
    private final Map<LineService, Integer> ports = new EnumMap<>(LineService.class);
    private final Map<LineService, Child> services = new ConcurrentHashMap<>();

    private Line(Layout layout, Path logs, EmbeddedStack stack, Map<String, String> more) {
        this.layout = layout;
        this.more = Map.copyOf(more);
        this.logs = logs;
        this.stack = stack;
        int providerPort = Ports.free();
        this.provider = URI.create("http://127.0.0.1:" + providerPort);
        Path keys = stack.warden().directory("keys");
        this.sandbox = startSandbox(providerPort, keys);
        this.tariffs = LineTariffs.in(stack.warden().directory("tariffs"), layout);
        for (LineService service : LineService.values()) {
            ports.put(service, Ports.free());
        }
        this.identity = LineIdentity.start(url(LineService.CROSS_BORDER_REPORTING));
        this.settings = new ServiceSettings(tariffs.directory(), stack, provider, keys, ports, identity);
    }

    /**
     * Starts everything, overlapping, and returns when all of it says that it is ready.
     *
     * @throws IllegalStateException with the end of its log if a part does not start; nothing is left of the others
     */
    static Line start(Layout layout, Path logs, StartTimes times) {
        return start(layout, logs, times, Map.of());
    }

    /**
     * The same, with something set that a line on one machine does without.
     *
     * @param more in the environment of all five services
     */
    static Line start(Layout layout, Path logs, StartTimes times, Map<String, String> more) {
        EmbeddedStack stack = times.measure("stack", () -> EmbeddedStack.start(Set.of(Part.values())));
        try {
            Line line = new Line(layout, logs, stack, more);
            times.measure("topics, schemas, databases", () -> {
                stack.createDatabase("wallet");
                stack.createDatabase("reporting");
                stack.setUpTopics();
                return stack;
            });
            line.sandbox.awaitReady(() -> line.http.answers(line.provider.resolve("/sandbox/v1/books")), START_MAX);
            line.startServices(times);
            return line;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    /** Ends a service as a power cut would. */
    public void kill(LineService service) {
        child(service).kill();
    }

    /** Starts a service again that has ended, with the same settings, port and files. */
    void launchAgain(LineService service) {
        services.put(service, launch(service));
    }

    /** Where a service answers. */
    public URI url(LineService service) {
        return URI.create("http://127.0.0.1:" + ports.get(service));
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
        for (LineService service : LineService.values()) {
            Child child = services.get(service);
            if (child != null) {
                processes.put(service.id(), child.pid());
            }
        }
        processes.put("launcher", ProcessHandle.current().pid());
        return processes;
    }

    /** Services that are not running. */
    List<LineService> ended() {
        return services.entrySet().stream()
                .filter(service -> !service.getValue().isAlive())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Services that do not say that they are ready. */
    List<LineService> unready() {
        return services.keySet().stream().filter(service -> !isReady(service)).toList();
    }

    /** Stops the services in the order of the line, each allowed to finish its work; then ends the rest. */
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.values().forEach(child -> threads.execute(() -> child.stop(STOP_MAX)));
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
                .start(Command.of("verify", program, settings.environment(wallet, 0), logs.resolve("verify.log")));
        verify.awaitSuccess(VERIFY_MAX);
        return verify.tail().lines().reduce("", (_, last) -> last);
    }

    private void startServices(StartTimes times) {
        List<Future<?>> starting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LineService service : LineService.values()) {
                services.put(service, launch(service));
                starting.add(threads.submit(() -> times.measure(service.id(), () -> awaitReady(service))));
            }
        }
        for (Future<?> start : starting) {
            if (start.state() == Future.State.FAILED) {
                throw new IllegalStateException(start.exceptionNow());
            }
        }
    }

    private Child launch(LineService service) {
        Path work = stack.warden().directory(service.id());
        settings.writeFile(service, work);
        List<String> line = new ArrayList<>(jvm(service.heapMebibytes()));
        line.addAll(List.of(
                // Whatever a service keeps on disk goes away with the line.
                "-Djava.io.tmpdir=" + work,
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baytap.schemas",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                layout.program(service).toString()));
        Map<String, String> environment = settings.environment(service, ports.getOrDefault(service, 0));
        environment.putAll(more);
        return stack.warden().start(Command.of(service.id(), line, environment, logs.resolve(service.id() + ".log")));
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

    private Child awaitReady(LineService service) {
        Child child = child(service);
        child.awaitReady(() -> isReady(service), START_MAX);
        return child;
    }

    private boolean isReady(LineService service) {
        return http.answers(url(service).resolve("/q/health/ready"));
    }

    private Child child(LineService service) {
        Child child = services.get(service);
        if (child == null) {
            throw new IllegalStateException(service.id() + " was not started");
        }
        return child;
    }
}
