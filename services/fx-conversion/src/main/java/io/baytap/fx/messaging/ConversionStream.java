package io.baytap.fx.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.SchemaLookup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the topology for as long as the service lives: waits until topics and schemas are there, starts it, and starts it
 * again should it ever give up.
 */
public final class ConversionStream implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConversionStream.class);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(6);
    private static final int ADMIN_TIMEOUT_SECONDS = 10;

    private final Topology topology;
    private final SchemaLookup registry;
    private final Map<String, Object> settings;
    private final Consumer<KafkaStreams> started;
    private final Backoff backoff;
    private final BlockingQueue<State> ends = new ArrayBlockingQueue<>(1);
    private final AtomicInteger failures = new AtomicInteger();
    private final Thread supervisor;
    private volatile @Nullable KafkaStreams streams;

    /**
     * @param settings of Kafka Streams and its clients; in its state directory each line of topics has a folder
     * @param started told of each start
     */
    public ConversionStream(
            Topology topology,
            SchemaLookup registry,
            Map<String, Object> settings,
            Consumer<KafkaStreams> started,
            Backoff backoff) {
        this.topology = topology;
        this.registry = registry;
        this.settings = settings;
        this.started = started;
        this.backoff = backoff;
        this.supervisor = Thread.ofVirtual().name("conversion-stream").unstarted(this::supervise);
    }

    public void start() {
        supervisor.start();
    }

    /** Whether fares are being converted: RUNNING; otherwise what it is doing instead. */
    public String state() {
        KafkaStreams current = streams;
        return current == null
                ? "WAITING_FOR_TOPICS_AND_SCHEMAS"
                : current.state().name();
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
                LOG.warnf("fares are not converted yet: %s", cause.getMessage());
            }
            if (!backoff.pause(attempt++)) {
                return;
            }
        }
    }

    /** Returns when the stream has ended by a failure. */
    private void run() throws ExecutionException, InterruptedException, TimeoutException {
        String line = checkTopics();
        registry.contentId(Topics.FARES_CONVERTED);
        registry.contentId(Topics.FX_EXPOSURES);
        registry.contentId(Topics.DEALS_STRUCK);
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
     * id under which the broker made the topic of fares.
     */
    private String checkTopics() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(settings)) {
            var described = admin.describeTopics(topics()).allTopicNames().get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return Objects.requireNonNull(described.get(Topics.FARES_ASSESSED.name()))
                    .topicId()
                    .toString();
        }
    }

    private static List<String> topics() {
        return List.of(
                Topics.FARES_ASSESSED.name(),
                Topics.FARES_CONVERTED.name(),
                Topics.FX_RATES.name(),
                Topics.FX_EXPOSURES.name(),
                Topics.DEALS_STRUCK.name(),
                Topics.FARES_ASSESSED.deadLetters(ConversionTopology.SERVICE),
                Topics.FX_RATES.deadLetters(ConversionTopology.SERVICE));
    }

    private Properties properties(String line) {
        var properties = new Properties();
        properties.putAll(settings);
        // State of one broker's topics must never be taken for that of another's: offsets would seem to fit, and fares
        // that waited there would be converted here. A topic's id is given once and never again.
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
        LOG.infof("fares: %s (was %s)", now, before);
    }

    private StreamThreadExceptionResponse onFailure(Throwable failure) {
        LOG.warnf(failure, "a stream thread failed and is replaced; its records are processed again");
        return backoff.pause(failures.getAndIncrement())
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
