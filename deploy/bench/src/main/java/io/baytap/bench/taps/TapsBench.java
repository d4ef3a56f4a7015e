package io.baytap.bench.taps;

import io.baytap.bench.Benchmarks;
import io.baytap.bench.IntakeLoad;
import io.baytap.bench.IntakeLoad.Shape;
import io.baytap.bench.Machine;
import io.baytap.bench.Measurement;
import io.baytap.bench.OwnTopic;
import io.baytap.bench.Programs;
import io.baytap.bench.ServiceProcess;
import io.baytap.bench.Stopwatch;
import io.baytap.bench.TopicTally;
import io.baytap.bench.taps.Signatures.Message;
import io.baytap.bench.taps.TapsResult.Way;
import io.baytap.local.LineService;
import io.baytap.sandbox.gates.Pseudonyms;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.stack.Child;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures everything, on a stack that was just started. */
final class TapsBench {

    static final String TAP_INGEST = "tap-ingest";
    static final String ENDPOINT = "endpoint";

    private static final Duration START_MAX = Duration.ofMinutes(1);

    /** Of a code: what its signature is over. */
    private static final int CODE_BYTES = 230;

    /** A code is shown at two taps; the second time it is known. */
    private static final double CODES_PER_TAP = 0.5;

    private final EmbeddedStack stack;
    private final Path logs;
    private final TapsSettings settings;
    private final Topic bareTopic;
    private final ServiceProcess tapIngest;
    private final Map<String, Long> processes = new LinkedHashMap<>();

    private TapsBench(EmbeddedStack stack, Path root, Path logs, TapsSettings settings) throws Exception {
        this.stack = stack;
        this.logs = logs;
        this.settings = settings;
        this.bareTopic = OwnTopic.create(stack.bootstrapServers(), "bench.taps.v1");
        Gates.register(stack, Shape.BATCHES, Shape.KNOWN, Shape.SINGLE);
        Map<String, String> environment = new HashMap<>(Pseudonyms.development().tapIngestEnvironment());
        environment.putAll(Map.of(
                "TAP_CLOCK",
                "replay",
                "TAP_REPLAY_ALLOWED",
                "true",
                "TAP_LINGER",
                settings.linger().toMillis() + "ms"));
        this.tapIngest = ServiceProcess.start(
                stack,
                LineService.TAP_INGEST,
                new ServiceProcess.How(root, logs.resolve("tap-ingest.log"), settings.jvm(), environment));
        processes.put("kafka", stack.process(Part.KAFKA).pid());
        processes.put(TAP_INGEST, tapIngest.process().pid());
        processes.put(Measurement.CLIENT, ProcessHandle.current().pid());
    }

    /** In a clone that was built; a log per process is written to {@code logs}. */
    static TapsResult run(Path root, Path logs, TapsSettings settings) throws Exception {
        try (var stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY))) {
            stack.setUpTopics();
            return new TapsBench(stack, root, logs, settings).run();
        }
    }

    private TapsResult run() throws Exception {
        try (var batches = load(Shape.BATCHES, tapIngest.uri());
                var known = load(Shape.KNOWN, tapIngest.uri());
                var single = load(Shape.SINGLE, tapIngest.uri())) {
            int recordBytes = send(batches, settings.batched(), Topics.TAPS_ACCEPTED);
            send(known, settings.batched(), Topics.TAPS_ACCEPTED);
            send(single, settings.single(), Topics.TAPS_ACCEPTED);
            int port = Ports.free();
            Child endpoint = startEndpoint(port, recordBytes);
            processes.put(ENDPOINT, endpoint.pid());
            URI bare = URI.create("http://127.0.0.1:" + port);
            Way inBatches = race(Shape.BATCHES, batches, bare, settings.batched());
            Way ofKnown = race(Shape.KNOWN, known, bare, settings.batched());
            Way oneByOne = race(Shape.SINGLE, single, bare, settings.single());
            Map<String, String> flags = Machine.flags(processes);
            tapIngest.process().kill();
            endpoint.kill();
            return new TapsResult(recordBytes, inBatches, ofKnown, oneByOne, signatures(inBatches, oneByOne), flags);
        }
    }

    private Way race(Shape shape, IntakeLoad load, URI bare, int taps) throws Exception {
        List<Measurement> measured = new ArrayList<>();
        List<Measurement> ceiling = new ArrayList<>();
        try (var bareLoad = load(shape, bare)) {
            send(bareLoad, taps, bareTopic);
            while (measured.size() < settings.rounds()) {
                measured.add(measure(load, taps, Topics.TAPS_ACCEPTED));
                ceiling.add(measure(bareLoad, taps, bareTopic));
                System.out.println(
                        "  " + TapsReport.name(shape) + ", round " + measured.size() + " of " + settings.rounds());
            }
            return new Way(
                    shape,
                    load.prepare(shape.tapsPerRequest()).getFirst().body().length(),
                    measured,
                    ceiling);
        }
    }

    /** For nothing; returns how long the records were. */
    private int send(IntakeLoad load, int taps, Topic topic) throws Exception {
        try (var published = new TopicTally(stack.bootstrapServers(), List.of(topic))) {
            load.send(load.prepare(taps));
            return published.next().averageBytes();
        }
    }

    /** Counts only if every tap was accepted and published. */
    private Measurement measure(IntakeLoad load, int taps, Topic topic) throws Exception {
        try (var published = new TopicTally(stack.bootstrapServers(), List.of(topic))) {
            var requests = load.prepare(taps);
            var watch = new Stopwatch(processes);
            Measurement measured = watch.stop(load.send(requests));
            long records = published.next().records();
            if (measured.events() != taps || records != taps) {
                throw new IllegalStateException(
                        measured.events() + " taps of " + taps + " accepted, " + records + " published");
            }
            return measured;
        }
    }

    private Signatures signatures(Way batches, Way single) throws Exception {
        int perBatch = batches.shape().tapsPerRequest();
        return Signatures.measure(
                List.of(
                        new Message("a batch of " + perBatch, batches.shape(), batches.bodyBytes(), 1.0 / perBatch),
                        new Message("a single tap", single.shape(), single.bodyBytes(), 1),
                        new Message("a rider's code", null, CODE_BYTES, CODES_PER_TAP)),
                new Benchmarks.How(settings.forks(), settings.seconds(), settings.jvm()));
    }

    private Child startEndpoint(int port, int recordBytes) {
        Child endpoint = Programs.start(
                stack.warden(),
                BareEndpoint.class,
                logs.resolve("endpoint.log"),
                settings.jvm(),
                List.of(
                        "--kafka=" + stack.bootstrapServers(),
                        "--topic=" + bareTopic.name(),
                        "--port=" + port,
                        "--linger-ms=" + settings.linger().toMillis(),
                        "--bytes=" + recordBytes));
        endpoint.awaitReady(() -> listens(port), START_MAX);
        return endpoint;
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static IntakeLoad load(Shape shape, URI uri) {
        return new IntakeLoad(shape, uri, Gates.of(shape), Gates.NOON);
    }
}
