package io.baytap.wallet;

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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged service as a process of its own, one replica of several; its clock is that of a replay. */
final class WalletProcess {

    private static final Duration START_MAX = Duration.ofMinutes(3);

    private final String name;
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Child child;

    /** Starts it. */
    WalletProcess(EmbeddedStack stack, String name, Map<String, String> settings) {
        this.name = name;
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                "APICURIO_REGISTRY_URL", stack.registryUrl(),
                "QUARKUS_DATASOURCE_USERNAME", stack.username(),
                "QUARKUS_DATASOURCE_PASSWORD", stack.password(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", stack.reactiveUrl("wallet"),
                "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl("wallet"),
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "WALLET_INSTANCE", name));
        environment.putAll(Map.of("WALLET_CLOCK", "replay", "WALLET_REPLAY_ALLOWED", "true"));
        environment.putAll(settings);
        child = stack.warden()
                .start(Command.of(
                        name,
                        List.of(
                                Command.java(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                Path.of("target/quarkus-app/quarkus-run.jar")
                                        .toAbsolutePath()
                                        .toString()),
                        environment,
                        Path.of("target", name + ".log").toAbsolutePath()));
    }

    String name() {
        return name;
    }

    void awaitReady() {
        child.awaitReady(this::isReady, START_MAX);
    }

    /** Ends it as a power cut would. */
    void kill() {
        child.kill();
    }

    /** Stops it in the middle of whatever it does; its connections stay open. */
    void pause() {
        signal("STOP");
    }

    /** Lets it go on as if nothing had happened. */
    void resume() {
        signal("CONT");
    }

    private boolean isReady() {
        try {
            var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
            return http.send(ready.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + signal + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
