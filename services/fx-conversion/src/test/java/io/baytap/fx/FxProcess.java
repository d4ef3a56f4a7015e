package io.baytap.fx;

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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, as it is deployed. */
final class FxProcess {

    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final EmbeddedStack stack;
    private final String name;
    private final Path jar = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private @Nullable Child child;

    FxProcess(EmbeddedStack stack) {
        this(stack, "fx-conversion");
    }

    /** A replica of its own name. */
    FxProcess(EmbeddedStack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /** Starts it, or starts it again, and waits until it is ready. */
    void start() {
        start(Map.of());
    }

    /** The same with further settings. */
    void start(Map<String, String> settings) {
        launch(settings).awaitReady(this::ready, START_MAX);
    }

    /** Starts it with further settings, and waits for nothing. */
    Child launch(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                "APICURIO_REGISTRY_URL", stack.registryUrl(),
                "FX_ACCESS", "open",
                "FX_OPEN_ACCESS_ALLOWED", "true",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "FX_STATE_DIRECTORY",
                        stack.warden().directory(name).resolve("state").toString()));
        environment.putAll(settings);
        var started = stack.warden()
                .start(Command.of(
                        name,
                        List.of(
                                Command.java(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                jar.toString()),
                        environment,
                        Path.of("target/" + name + ".log").toAbsolutePath()));
        child = started;
        return started;
    }

    /** Ends it as a power cut would. */
    void kill() {
        if (child != null) {
            child.kill();
        }
    }

    /** Stops it in the middle of whatever it does ("STOP"), or lets it go on as if nothing had happened ("CONT"). */
    void signal(String signal) {
        if (child != null) {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Ends it as a deployment does. Returns whether it ended in time. */
    boolean stop() {
        return child != null && child.stop(Duration.ofSeconds(10));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Where the service is. */
    URI address() {
        return uri("/");
    }

    /** A request with further headers, name and value in turn. */
    HttpResponse<String> post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).headers(headers).build());
    }

    HttpResponse<String> put(String path, String type, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(uri(path)).header("Content-Type", type).PUT(BodyPublishers.ofString(body));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** One person brings a table, and another approves it. The approval's answer, or the refusal of the table. */
    HttpResponse<String> bring(String type, String table) {
        var proposed = put("/v1/rates/ecb", type, table, "X-Baytap-Person", "olga");
        if (proposed.statusCode() != 201) {
            return proposed;
        }
        String id = proposed.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        return post("/v1/rates/proposals/" + id + "/approval", "", "X-Baytap-Person", "ben");
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

    private boolean ready() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
