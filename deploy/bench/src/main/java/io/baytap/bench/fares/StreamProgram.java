package io.baytap.bench.fares;

import io.baytap.fare.FareConfig;
import io.baytap.fare.Settings;
import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.messaging.Backoff;
import io.baytap.fare.messaging.FareMeter;
import io.baytap.fare.messaging.FareParts;
import io.baytap.fare.messaging.FareTopology;
import io.baytap.fare.messaging.FxRates;
import io.baytap.fare.tariff.TariffDirectory;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.RegistryLookup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A process that runs a topology, fare-calculation's or the bare one, with the settings that fare-calculation gives its own. */
final class StreamProgram implements Callable<Integer> {

    /** A partition that waits for its turn while others are read would seem to have caught up, and its open journeys to be over. */
    private static final Duration NEVER = Duration.ofHours(1);

    private static final Duration CLOSE_MAX = Duration.ofSeconds(20);

    /** Which topology. */
    enum Kind {
        FARES,
        BARE
    }

    @Option(names = "--kind", required = true)
    private Kind kind = Kind.BARE;

    @Option(names = "--in-memory")
    private boolean inMemory;

    @Option(names = "--application", required = true)
    private String application = "";

    @Option(names = "--kafka", required = true)
    private String kafka = "";

    @Option(names = "--registry", required = true)
    private String registry = "";

    @Option(names = "--feeds", required = true)
    private Path feeds = Path.of("");

    @Option(names = "--state", required = true)
    private Path state = Path.of("");

    @Option(names = "--now", required = true, description = "what the clock says all the time: when the taps are over")
    private Instant now = Instant.EPOCH;

    /** Runs until it is asked to end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StreamProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        FareConfig config = ServiceConfig.read(feeds, state);
        Map<String, Object> settings = Settings.streams(config, Map.of("bootstrap.servers", kafka));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        var streams = new KafkaStreams(topology(config), new StreamsConfig(settings));
        streams.setGlobalStateRestoreListener(new RestoreWatch());
        streams.setStateListener((current, _) -> System.out.println(current));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            streams.close(CLOSE_MAX);
            ended.countDown();
        }));
        streams.start();
        ended.await();
        return 0;
    }

    private Topology topology(FareConfig config) {
        Function<String, KeyValueBytesStoreSupplier> stores =
                inMemory ? Stores::inMemoryKeyValueStore : Stores::persistentKeyValueStore;
        if (kind == Kind.BARE) {
            return BareTopology.build(stores);
        }
        var tariffs = new TariffDirectory(feeds);
        tariffs.refresh();
        var rates = new FxRates(config.rateAgeMax(), new Backoff());
        var parts = new FareParts(
                () -> new Rulebook(tariffs.tariffs(), tariffs.schemes(), rates),
                rates,
                new RegistryLookup(registry, Vertx.vertx()),
                () -> now,
                new FareMeter(new SimpleMeterRegistry()),
                TapTraces.OFF,
                config.horizon(),
                NEVER,
                config.expiryInterval());
        return new FareTopology(parts, stores).build();
    }
}
