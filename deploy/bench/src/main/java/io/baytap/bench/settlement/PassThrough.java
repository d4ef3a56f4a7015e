package io.baytap.bench.settlement;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryLookup;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A process with the least that a topology between two Avro topics does: reads each fare and writes it again. */
final class PassThrough implements Callable<Integer> {

    static final String PASSED_ON = "bench.passed-on.v1";

    private static final Duration CLOSE_MAX = Duration.ofSeconds(20);
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();
    private static final String OURS = "fx.streams.";

    @Option(names = "--application", required = true)
    private String application = "";

    @Option(names = "--kafka", required = true)
    private String kafka = "";

    @Option(names = "--registry", required = true)
    private String registry = "";

    @Option(names = "--state", required = true)
    private String state = "";

    @Option(names = "--settings", required = true, description = "fx-conversion's application.properties")
    private Path settings = Path.of("");

    /** Runs until it is asked to end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PassThrough()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Object> config = new HashMap<>(streamsSettings());
        config.putAll(Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                StreamsConfig.APPLICATION_ID_CONFIG,
                application,
                StreamsConfig.STATE_DIR_CONFIG,
                state,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                "auto.offset.reset",
                "earliest"));
        var streams = new KafkaStreams(topology(), new StreamsConfig(config));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            streams.close(CLOSE_MAX);
            ended.countDown();
        }));
        streams.start();
        ended.await();
        return 0;
    }

    /** Those that fx-conversion gives its own topology. */
    private Map<String, String> streamsSettings() throws IOException {
        var all = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            all.load(reader);
        }
        Map<String, String> streams = new HashMap<>();
        all.stringPropertyNames().stream().filter(name -> name.startsWith(OURS)).forEach(name -> {
            String value = all.getProperty(name);
            streams.put(
                    name.substring(OURS.length()).replace("\"", ""),
                    value.startsWith("${") ? all.getProperty(value.substring(2, value.length() - 1)) : value);
        });
        return streams;
    }

    private Topology topology() {
        var schemas = new RegistryLookup(registry, Vertx.vertx());
        var reader = new EventReader<>(FareAssessed.class, schemas);
        var writer = new EventWriter<>(Topics.FARES_ASSESSED, FareAssessed.class, schemas);
        var builder = new StreamsBuilder();
        builder.stream(Topics.FARES_ASSESSED.name(), Consumed.with(BYTES, BYTES))
                .mapValues(value -> switch (reader.read(value)) {
                    case Reading.Event<FareAssessed>(var fare) -> writer.write(fare);
                    case Reading.Unreadable<FareAssessed>(var cause, var detail) ->
                        throw new IllegalStateException(cause + ": " + detail);
                })
                .to(PASSED_ON, Produced.with(BYTES, BYTES));
        return builder.build();
    }
}
