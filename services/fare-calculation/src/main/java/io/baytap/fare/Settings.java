package io.baytap.fare;

import io.baytap.fare.messaging.BoundedRocksDb;
import io.baytap.fare.messaging.FareTopology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** From the settings as written to the settings as used. A bad value stops the start and is named. */
public final class Settings {

    private static final Duration HORIZON_MIN = Duration.ofDays(8);
    private static final Pattern ADDRESS = Pattern.compile("[^:/\\s]+:\\d{1,5}");
    private static final Duration RATE_AGE_MIN = Duration.ofDays(1);
    private static final Duration EXPIRY_INTERVAL_MIN = Duration.ofMillis(10);
    private static final Duration TARIFFS_INTERVAL_MIN = Duration.ofMillis(100);

    private Settings() {}

    static void check(FareConfig config, boolean production) {
        require(
                config.tariffs().map(Files::isDirectory).orElse(hasConfigMaps(config)),
                "fare.tariffs",
                config.tariffs().map(Path::toString).orElse("missing"),
                "a directory, unless fare.config-maps.selector is given");
        atLeast(TARIFFS_INTERVAL_MIN, "fare.tariffs-interval", config.tariffsInterval());
        atLeast(HORIZON_MIN, "fare.horizon", config.horizon());
        atLeast(RATE_AGE_MIN, "fare.rate-age-max", config.rateAgeMax());
        atLeast(Duration.ZERO, "fare.caught-up-after", config.caughtUpAfter());
        atLeast(EXPIRY_INTERVAL_MIN, "fare.expiry-interval", config.expiryInterval());
        require(
                config.advertisedAddress()
                        .map(address -> ADDRESS.matcher(address).matches())
                        .orElse(true),
                "fare.advertised-address",
                config.advertisedAddress().orElse(""),
                "a host and a port, such as 10.1.2.3:8082");
        require(
                config.clock() == FareConfig.ClockKind.SYSTEM || !production || config.replayAllowed(),
                "fare.clock",
                config.clock(),
                "SYSTEM in the profile prod, unless fare.replay-allowed is true");
    }

    /** Where files of tariffs lie; what the first has counts. */
    static List<Path> tariffs(FareConfig config) {
        return Stream.concat(config.tariffs().stream(), hasConfigMaps(config) ? Stream.of(copies(config)) : Stream.of())
                .toList();
    }

    /** Where this replica keeps what ConfigMaps bring. */
    static Path copies(FareConfig config) {
        return config.stateDirectory().resolve("tariffs");
    }

    private static boolean hasConfigMaps(FareConfig config) {
        return config.configMaps().selector().isPresent();
    }

    /** Kafka Streams: what the line needs, then what the deployment says; the broker's address and secrets first. */
    public static Map<String, Object> streams(FareConfig config, Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(config.streams());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, FareTopology.SERVICE);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        config.advertisedAddress().ifPresent(address -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    private static void atLeast(Duration least, String setting, Duration value) {
        require(value.compareTo(least) >= 0, setting, value, "at least " + least);
    }

    private static void require(boolean good, String setting, Object value, String expected) {
        if (!good) {
            throw new IllegalArgumentException(setting + " is " + value + " and has to be " + expected);
        }
    }
}
