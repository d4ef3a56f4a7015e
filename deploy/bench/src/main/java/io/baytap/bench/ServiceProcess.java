package io.baytap.bench;

import io.baytap.local.LineService;
import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packaged service of the line in a process of its own. */
public record ServiceProcess(Child process, URI uri) {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final int OK = 200;

    /**
     * How it runs.
     *
     * @param root the clone it was built in
     * @param log appended to
     * @param jvm options
     * @param settings by environment, beside broker, registry and port
     */
    public record How(Path root, Path log, List<String> jvm, Map<String, String> settings) {}

    /** Returns when it is ready: when it knows what is registered. */
    public static ServiceProcess start(EmbeddedStack stack, LineService service, How how) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(how.settings());
        environment.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                stack.bootstrapServers(),
                "APICURIO_REGISTRY_URL",
                stack.registryUrl(),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port)));
        URI uri = URI.create("http://127.0.0.1:" + port);
        Child child = stack.warden()
                .start(Command.of(service.id(), line(stack, service, how, List.of()), environment, how.log()));
        try (var client = HttpClient.newHttpClient()) {
            child.awaitReady(() -> answers(client, uri.resolve("/q/health/ready")), START_MAX);
        }
        return new ServiceProcess(child, uri);
    }

    /** Runs one of its commands to the end. */
    public static void run(EmbeddedStack stack, LineService service, How how, List<String> arguments, Duration limit) {
        stack.warden()
                .start(Command.of(service.id(), line(stack, service, how, arguments), how.settings(), how.log()))
                .awaitSuccess(limit);
    }

    private static List<String> line(EmbeddedStack stack, LineService service, How how, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(Command.java()));
        line.addAll(how.jvm());
        line.addAll(List.of(
                "-Djava.io.tmpdir=" + stack.warden().directory(service.id()),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baytap.schemas",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                how.root()
                        .resolve("services/" + service.id() + "/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        line.addAll(arguments);
        return line;
    }

    private static boolean answers(HttpClient client, URI uri) {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
