package io.baytap.fare.messaging;

import io.baytap.fare.domain.RiderLookup;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.SchemaLookup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the topology for as long as the service lives: waits until topics and schemas are there, starts it, and starts it
 * again should it ever give up.
 */
public final class FareStream implements RiderLookup, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FareStream.class);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(6);
    private static final int ADMIN_TIMEOUT_SECONDS = 10;

    private final Topology topology;
    private final SchemaLookup registry;
    private final Map<String, Object> settings;
    private final Supplier<Optional<String>> obstacle;
    private final Consumer<KafkaStreams> started;
    private final Backoff backoff;
    private final BlockingQueue<State> ends = new ArrayBlockingQueue<>(1);
    private final AtomicInteger failures = new AtomicInteger();
    private final String address;
    private final Thread supervisor;
    private volatile @Nullable KafkaStreams streams;
    private volatile String waitingFor = "NOT_STARTED";

    /**
     * @param settings of Kafka Streams and its clients; in its state directory each line of topics has a folder
     * @param obstacle why it must not start yet, if there is a reason: without a tariff every tap would be parked
     * @param started told of each start
     */
    public FareStream(
            Topology topology,
            SchemaLookup registry,
            Map<String, Object> settings,
            Supplier<Optional<String>> obstacle,
            Consumer<KafkaStreams> started,
            Backoff backoff) {
        this.topology = topology;
        this.registry = registry;
        this.settings = settings;
        this.obstacle = obstacle;
        this.started = started;
        this.backoff = backoff;
        this.address = String.valueOf(settings.getOrDefault(StreamsConfig.APPLICATION_SERVER_CONFIG, ""));
        this.supervisor = Thread.ofVirtual().name("fare-stream").unstarted(this::supervise);
    }

    public void start() {
        supervisor.start();
    }

    /** Whether taps are being assessed: RUNNING; otherwise what it is doing instead. */
    public String state() {
        KafkaStreams current = streams;
        return current == null ? waitingFor : current.state().name();
    }

    @Override
    public Found find(String riderId) {
        KafkaStreams current = streams;
        if (current == null || !current.state().isRunningOrRebalancing()) {
            return new Found.Nowhere(state());
        }
        Bytes key = RiderStore.key(riderId);
        try {
            KeyQueryMetadata metadata = current.queryMetadataForKey(
                    TapProcessors.RIDERS, key, Serdes.Bytes().serializer());
            if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return new Found.Nowhere(state());
            }
            HostInfo host = metadata.activeHost();
            if (!host.equals(HostInfo.unavailable()) && !address(host).equals(address)) {
                return new Found.Elsewhere(address(host));
            }
            ReadOnlyKeyValueStore<Bytes, byte[]> riders = current.store(
                    StoreQueryParameters.fromNameAndType(TapProcessors.RIDERS, QueryableStoreTypes.keyValueStore()));
            return new Found.Here(RiderStateCodec.decode(riders.get(key)).history());
        } catch (InvalidStateStoreException e) {
            return new Found.Nowhere(state());
        }
    }

    private static String address(HostInfo host) {
        return host.host() + ":" + host.port();
    }

    @Override
    public void close() {
        backoff.close();
        supervisor.interrupt();
        KafkaStreams current = streams;
        // A static member that does not say that it leaves holds its partitions until it is missed.
        if (current != null
                && !current.close(new CloseOptions().timeout(CLOSE_MAX).leaveGroup(true))) {
            LOG.warn("the stream did not stop in time; the broker ends its transaction");
        }
    }

    private void supervise() {
        int attempt = 0;
        while (!backoff.closed()) {
            try {
                run();
                attempt = 0;
            } catch (InterruptedException e) {
                return;
            } catch (ExecutionException | RuntimeException | TimeoutException e) {
                Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
                LOG.warnf("taps are not assessed yet: %s", cause.getMessage());
            }
            if (!backoff.pause(attempt++)) {
                return;
            }
        }
    }

    /** Returns when the stream has ended by a failure. */
    private void run() throws ExecutionException, InterruptedException, TimeoutException {
        waitingFor = "WAITING_FOR_TARIFFS";
        Optional<String> reason = obstacle.get();
        if (reason.isPresent()) {
            throw new IllegalStateException(reason.get());
        }
        waitingFor = "WAITING_FOR_TOPICS_AND_SCHEMAS";
        String line = checkTopics();
        registry.contentId(Topics.FARES_ASSESSED);
        var running = new KafkaStreams(topology, new StreamsConfig(properties(line)));
        running.setUncaughtExceptionHandler(this::onFailure);
        running.setStateListener(this::onState);
        ends.clear();
        streams = running;
        try {
            started.accept(running);
            running.start();
            ends.take();
            LOG.error("the stream has given up and is started again");
        } finally {
            running.close(CLOSE_MAX);
        }
    }

    /**
     * Streams would make up its mind about a missing topic only once; so it is started when all are there. Returns the
     * id under which the broker made the topic of taps.
     */
    private String checkTopics() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(settings)) {
            var described = admin.describeTopics(topics()).allTopicNames().get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return Objects.requireNonNull(described.get(Topics.TAPS_ACCEPTED.name()))
                    .topicId()
                    .toString();
        }
    }

    private static List<String> topics() {
        return List.of(
                Topics.TAPS_ACCEPTED.name(),
                Topics.FARES_ASSESSED.name(),
                Topics.FX_RATES.name(),
                Topics.REPLAY_TICKS.name(),
                Topics.TAPS_ACCEPTED.deadLetters(FareTopology.SERVICE),
                Topics.REPLAY_TICKS.deadLetters(FareTopology.SERVICE));
    }

    private Properties properties(String line) {
        var properties = new Properties();
        properties.putAll(settings);
        // State of one broker's topics must never be taken for that of another's: offsets would seem to fit, and its
        // riders would be found here. A topic's id is given once and never again.
        var base = Path.of(String.valueOf(settings.get(StreamsConfig.STATE_DIR_CONFIG)));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, base.resolve(line).toString());
        return properties;
    }

    private void onState(State now, State before) {
        if (now == State.RUNNING) {
            failures.set(0);
        }
        if (now == State.ERROR || (now == State.NOT_RUNNING && !backoff.closed())) {
            ends.offer(now);
        }
        LOG.infof("taps: %s (was %s)", now, before);
    }

    private StreamThreadExceptionResponse onFailure(Throwable failure) {
        LOG.warnf(failure, "a stream thread failed and is replaced; its records are processed again");
        return backoff.pause(failures.getAndIncrement())
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
