package io.baytap.operations;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the broker is, and who one is there. */
final class BrokerOptions {

    @Option(names = "--broker", required = true, description = "Kafka's bootstrap servers, host:port.")
    private String broker = "";

    @Option(
            names = "--client",
            description =
                    "A file of settings for Kafka's client, as its own tools take them: security.protocol, sasl.*, ssl.*.")
    private @Nullable Path client;

    /** @throws UncheckedIOException naming the file of {@code --client} if it cannot be read */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        if (client != null) {
            var properties = new Properties();
            try (Reader file = Files.newBufferedReader(client)) {
                properties.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException("--client " + client + " cannot be read", e);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        settings.put("bootstrap.servers", broker);
        return settings;
    }
}
