package io.baytap.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** One Apicurio Registry; its schemas are in memory. */
final class ApicurioRegistry {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final int OK = 200;

    private final Child process;
    private final int port;
    private final int managementPort;

    private ApicurioRegistry(Child process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    static ApicurioRegistry start(Warden warden, LocalRepository repository) {
        Path application = Unpacked.forUser()
                .of(
                        repository.registryName(),
                        () -> new GZIPInputStream(Files.newInputStream(repository.registry()), 1 << 16));
        int port = Ports.free();
        int managementPort = Ports.free();
        Command command = Command.of(
                "registry",
                List.of(
                        Command.java(),
                        "-Xmx160m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + managementPort,
                        "-Dquarkus.log.level=WARN",
                        "-jar",
                        application.resolve("quarkus-run.jar").toString()),
                Map.of(),
                warden.directory("registry").resolve("registry.log"));
        return new ApicurioRegistry(warden.start(command), port, managementPort);
    }

    /** Waits until schemas can be registered. */
    void awaitReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            process.awaitReady(() -> isReady(http), START_MAX);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/apis/registry/v3";
    }

    Child process() {
        return process;
    }

    private boolean isReady(HttpClient http) {
        URI health = URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
        try {
            return http.send(
                                    HttpRequest.newBuilder(health)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the registry was starting", e);
        }
    }
}
