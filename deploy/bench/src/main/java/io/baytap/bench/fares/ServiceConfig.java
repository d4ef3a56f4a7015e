package io.baytap.bench.fares;

import io.baytap.fare.FareConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The settings that fare-calculation itself comes with. */
final class ServiceConfig {

    private static final int PRIORITY = 200;

    private ServiceConfig() {}

    /** With those that have no default. */
    static FareConfig read(Path feeds, Path state) throws IOException {
        String jar = FareConfig.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        URI properties = URI.create(
                jar.endsWith(".jar") ? "jar:" + jar + "!/application.properties" : jar + "application.properties");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, PRIORITY, ServiceConfig::duration)
                .withConverter(Path.class, PRIORITY, Path::of)
                .withSources(new PropertiesConfigSource(properties.toURL()))
                .withDefaultValues(Map.of("fare.tariffs", feeds.toString()))
                .withSources(
                        new PropertiesConfigSource(Map.of("fare.state-directory", state.toString()), "bench", PRIORITY))
                .withMapping(FareConfig.class)
                .build()
                .getConfigMapping(FareConfig.class);
    }

    /** As Quarkus reads it: 5s, or ISO 8601. */
    private static Duration duration(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
    }
}
