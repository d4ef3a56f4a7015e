package io.baytap.fare;

import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.EmbeddedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, as it is deployed; its clock is that of a replay. */
final class FareProcess {

    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final EmbeddedStack stack;
    private final Path tariffs;
    private final Path jar = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private @Nullable Child child;

    FareProcess(EmbeddedStack stack, Path tariffs) {
        this.stack = stack;
        this.tariffs = tariffs;
    }

    /** Starts it, or starts it again, and waits until it is ready. Returns how long that took. */
    Duration start() {
        long before = System.nanoTime();
        launch(Map.of()).awaitReady(this::isReady, START_MAX);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Starts it with further settings. */
    Child launch(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                "APICURIO_REGISTRY_URL", stack.registryUrl(),
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "FARE_TARIFFS", tariffs.toAbsolutePath().toString(),
                "FARE_TARIFFS_INTERVAL", "200ms",
                "FARE_CLOCK", "replay",
                "FARE_REPLAY_ALLOWED", "true",
                "FARE_STATE_DIRECTORY",
                        stack.warden()
                                .directory("fare-calculation")
                                .resolve("state")
                                .toString()));
        environment.put("FARE_ADVERTISED_ADDRESS", address());
        environment.putAll(settings);
        var started = stack.warden()
                .start(Command.of(
                        "fare-calculation",
                        List.of(
                                Command.java(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                jar.toString()),
                        environment,
                        Path.of("target/fare-calculation.log").toAbsolutePath()));
        child = started;
        return started;
    }

    /** Ends it as a power cut would. */
    void kill() {
        if (child != null) {
            child.kill();
        }
    }

    /** Ends it as a deployment does. Returns whether it ended in time. */
    boolean stop() {
        return child != null && child.stop(Duration.ofSeconds(10));
    }

    boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Under which other replicas reach it. */
    String address() {
        return "127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://" + address() + path)));
    }

    /** A question about a rider's journey. */
    HttpResponse<String> journey(String rider, String journeyId) {
        return send(HttpRequest.newBuilder(URI.create("http://" + address() + "/v1/journeys/" + journeyId))
                .header("Baytap-Rider", rider));
    }

    HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create("http://" + address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of a metric; NaN if it is not there. */
    double metric(String line) {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
