package io.baytap.local;

import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.Ports;
import io.baytap.stack.Warden;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The services' processes: as many replicas of each as were asked for, each with a port and a directory of its own. */
final class Replicas implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final Warden warden;
    private final Http http;
    private final Path logs;
    private final LineShape shape;
    private final Map<LineService, Integer> firstPorts = new EnumMap<>(LineService.class);
    private final Map<LineService, Door> doors = new EnumMap<>(LineService.class);
    private final Map<Replica, Running> running =
            new ConcurrentSkipListMap<>(Comparator.comparing(Replica::service).thenComparingInt(Replica::number));

    /** @param layout of the clone that it was built in */
    private record Running(Layout layout, Child child, int port) {}

    /** None is started yet. Only where there are several there is a door before them. */
    Replicas(Warden warden, Http http, Path logs, LineShape shape) {
        this.warden = warden;
        this.http = http;
        this.logs = logs;
        this.shape = shape;
        for (LineService service : LineService.values()) {
            firstPorts.put(service, Ports.free());
            if (shape.replicas() > 1) {
                doors.put(service, Door.open());
            }
        }
    }

    /** Where a service answers, by whichever replica. */
    URI url(LineService service) {
        Door door = doors.get(service);
        return door == null ? url(firstPorts.getOrDefault(service, 0)) : door.url();
    }

    /** Where each replica of a service answers. */
    List<URI> urls(LineService service) {
        return of(service).stream().map(replica -> url(port(replica))).toList();
    }

    /** Those of a service that were started and not ended on purpose. */
    List<Replica> of(LineService service) {
        return running.keySet().stream()
                .filter(replica -> replica.service() == service)
                .toList();
    }

    /** One more of a service, which is not started yet. */
    Replica next(LineService service) {
        return new Replica(service, of(service).getLast().number() + 1);
    }

    /** Starts all of them side by side. */
    void startAll(ServiceSettings settings, StartTimes times) {
        List<Future<?>> starting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LineService service : LineService.values()) {
                for (int number = 1; number <= shape.replicas(); number++) {
                    Replica replica = new Replica(service, number);
                    starting.add(threads.submit(() -> times.measure(replica.name(), () -> {
                        start(replica, shape.services(), settings);
                        return replica;
                    })));
                }
            }
        }
        for (Future<?> start : starting) {
            if (start.state() == Future.State.FAILED) {
                throw new IllegalStateException(start.exceptionNow());
            }
        }
    }

    /** Starts one and lets work in when it says that it is ready. */
    void start(Replica replica, Layout layout, ServiceSettings settings) {
        int port = replica.number() == 1 ? firstPorts.getOrDefault(replica.service(), 0) : Ports.free();
        Child child = launch(replica, layout, port, settings);
        running.put(replica, new Running(layout, child, port));
        awaitReady(replica);
        Door door = doors.get(replica.service());
        if (door != null) {
            door.add(port);
        }
    }

    /** Starts one again that has ended, with the same settings, port and files. */
    void launchAgain(Replica replica, ServiceSettings settings) {
        Running before = get(replica);
        Child child = launch(replica, before.layout(), before.port(), settings);
        running.put(replica, new Running(before.layout(), child, before.port()));
    }

    /** Returns when it says that it is ready. */
    void awaitReady(Replica replica) {
        get(replica).child().awaitReady(() -> isReady(replica), START_MAX);
    }

    /** Ends one as a power cut would; it may be started again. */
    void kill(Replica replica) {
        get(replica).child().kill();
    }

    /** Ends one as a power cut would, for good. */
    void lose(Replica replica) {
        withdraw(replica, Child::kill);
    }

    /** Lets one finish its work and end, for good. */
    void stop(Replica replica) {
        withdraw(replica, child -> child.stop(STOP_MAX));
    }

    /** Process ids by name. */
    Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        running.forEach((replica, process) ->
                processes.put(replica.name(), process.child().pid()));
        return processes;
    }

    /** Those that are not running and should. */
    List<Replica> ended() {
        return running.keySet().stream()
                .filter(replica -> !get(replica).child().isAlive())
                .toList();
    }

    /** Those that do not say that they are ready. */
    List<Replica> unready() {
        return running.keySet().stream().filter(replica -> !isReady(replica)).toList();
    }

    /** Lets all of them finish their work and end. */
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.values()
                    .forEach(process -> threads.execute(() -> process.child().stop(STOP_MAX)));
        } finally {
            doors.values().forEach(Door::close);
        }
    }

    private Child launch(Replica replica, Layout layout, int port, ServiceSettings settings) {
        LineService service = replica.service();
        Path work = warden.directory(replica.name());
        settings.writeFile(service, work);
        List<String> line = new ArrayList<>(Line.jvm(service.heapMebibytes()));
        line.addAll(List.of(
                // Whatever a service keeps on disk goes away with the line.
                "-Djava.io.tmpdir=" + work,
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baytap.schemas",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                layout.program(service).toString()));
        Map<String, String> environment = settings.environment(replica, port);
        environment.putAll(shape.more());
        return warden.start(Command.of(replica.name(), line, environment, logs.resolve(replica.name() + ".log")));
    }

    private void withdraw(Replica replica, Consumer<Child> end) {
        Running process = get(replica);
        running.remove(replica);
        Door door = doors.get(replica.service());
        if (door != null) {
            door.remove(process.port());
        }
        end.accept(process.child());
    }

    private boolean isReady(Replica replica) {
        return http.answers(url(port(replica)).resolve("/q/health/ready"));
    }

    private int port(Replica replica) {
        return get(replica).port();
    }

    private Running get(Replica replica) {
        Running process = running.get(replica);
        if (process == null) {
            throw new IllegalStateException(replica.name() + " is not running");
        }
        return process;
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
