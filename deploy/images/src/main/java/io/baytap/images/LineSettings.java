package io.baytap.images;

import static java.util.Objects.requireNonNull;

import io.baytap.stack.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** What deploy/compose tells each service, for images that run beside the embedded stack. */
final class LineSettings {

    private static final List<String> DATABASES = List.of("wallet", "reporting");

    private final Map<String, Map<String, Object>> services;

    private LineSettings(Map<String, Map<String, Object>> services) {
        this.services = services;
    }

    /** Reads {@code compose.yaml}. */
    static LineSettings read(Path clone) throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(clone.resolve("deploy/compose/compose.yaml")));
        return new LineSettings(requireNonNull(compose.get("services"), "services"));
    }

    /** Names of all services, ours and others. */
    List<String> names() {
        return List.copyOf(services.keySet());
    }

    /** A service's own part of the file. */
    Map<String, Object> service(String name) {
        Map<String, Object> service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("compose.yaml has no service " + name);
        }
        return service;
    }

    /** The image that it runs. */
    String image(String service) {
        return String.valueOf(service(service).get("image"));
    }

    /** Its environment, as it stands there. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        if (service(service).get("environment") instanceof Map<?, ?> written) {
            written.forEach((name, value) -> environment.put(name.toString(), value.toString()));
        }
        return environment;
    }

    /** The same with the stack's addresses and passwords, serving on that port of the loopback address. */
    Map<String, String> environment(String service, EmbeddedStack stack, int port) {
        Map<String, String> environment = environment(service);
        environment.replaceAll((_, value) -> moved(value, stack));
        environment.computeIfPresent("QUARKUS_DATASOURCE_USERNAME", (_, _) -> stack.username());
        environment.computeIfPresent("QUARKUS_DATASOURCE_PASSWORD", (_, _) -> stack.password());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return environment;
    }

    private static String moved(String value, EmbeddedStack stack) {
        for (String database : DATABASES) {
            if (value.endsWith("/" + database)) {
                return value.startsWith("jdbc:") ? stack.jdbcUrl(database) : stack.reactiveUrl(database);
            }
        }
        return switch (value) {
            case "kafka:9092" -> stack.bootstrapServers();
            case "http://registry:8080/apis/registry/v3" -> stack.registryUrl();
            default -> value;
        };
    }
}
