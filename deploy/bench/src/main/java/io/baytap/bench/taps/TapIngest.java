package io.baytap.bench.taps;

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
import java.util.List;
import java.util.Map;

/** The packaged service in a process of its own, as the demo starts it but for its linger. */
record TapIngest(Child process, URI uri) {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final int OK = 200;

    /** Returns when it is ready: when it knows what is registered. */
    static TapIngest start(EmbeddedStack stack, Path root, Path log, TapsSettings settings) {
        String id = LineService.TAP_INGEST.id();
        List<String> line = new ArrayList<>(List.of(Command.java()));
        line.addAll(settings.jvm());
        line.addAll(List.of(
                "-Djava.io.tmpdir=" + stack.warden().directory(id),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baytap.schemas",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                root.resolve("services/" + id + "/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        int port = Ports.free();
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                stack.bootstrapServers(),
                "APICURIO_REGISTRY_URL",
                stack.registryUrl(),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "TAP_CLOCK",
                "replay",
                "TAP_REPLAY_ALLOWED",
                "true",
                "TAP_LINGER",
                settings.linger().toMillis() + "ms");
        URI uri = URI.create("http://127.0.0.1:" + port);
        Child child = stack.warden().start(Command.of(id, line, environment, log));
        try (var client = HttpClient.newHttpClient()) {
            child.awaitReady(() -> answers(client, uri.resolve("/q/health/ready")), START_MAX);
        }
        return new TapIngest(child, uri);
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
