package io.baytap.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code make images} left, with the settings of deploy/compose, beside the embedded stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesIT {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();
    private static final Path IMAGES = Path.of("target/images");
    private static final String JAVA = "/opt/java/bin/java";
    private static final Duration READY_MAX = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.values()));
    private final Podman podman =
            new Podman(Path.of("target/podman").toAbsolutePath(), stack.warden().directory("podman"));
    private final LineSettings settings = settings();

    @BeforeAll
    void loadImagesAndSetUpTopics() {
        for (String service : Images.SERVICES) {
            podman.load(IMAGES.resolve(service + ".tar"));
        }
        stack.createDatabase("wallet");
        stack.createDatabase("reporting");
        podman.program(
                image("tap-ingest"),
                settings.environment("topics", stack, 0),
                List.of(JAVA, "-cp", "/deployments/quarkus-run.jar", "io.baytap.schemas.TopicSetupMain"));
    }

    @AfterAll
    void endAll() {
        podman.removeAll();
        stack.close();
    }

    static List<String> services() {
        return Images.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void theServiceIsReadyFromItsCacheAsAnOrdinaryUser(String service) throws IOException {
        int port = Ports.free();
        Map<String, String> environment = settings.environment(service, stack, port);
        // The start fails unless the cache is of this Java and these jars.
        environment.merge("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on", (given, ours) -> given + " " + ours);
        long began = System.nanoTime();

        podman.start(service, image(service), environment, volumes(service));
        await().atMost(READY_MAX).pollInterval(Duration.ofMillis(50)).until(() -> isReady(service, port));

        report(service, Duration.ofNanos(System.nanoTime() - began));
        assertThat(Files.readAllLines(Path.of("/proc/" + podman.pid(service) + "/status")))
                .contains("Uid:\t65532\t65532\t65532\t65532", "Gid:\t65532\t65532\t65532\t65532");
        assertThat(podman.logs(service)).doesNotContain("[warning]", "[error]", "WARNING:");
        podman.run("rm", "--force", "--time", "10", service);
    }

    @ParameterizedTest
    @MethodSource("services")
    void onlyTmpCanBeWritten(String service) {
        assertThat(writes(service, "/tmp/file")).contains("build");
        for (String place : List.of("/deployments/file", "/opt/java/file", "/var/file", "/file")) {
            assertThatThrownBy(() -> writes(service, place)).hasMessageContaining("Read-only file system");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void thereIsNoProgramButJava(String service) throws IOException {
        podman.run("create", "--name", service + "-files", image(service));
        Path files = IMAGES.resolve(service + ".files.tar").toAbsolutePath();
        podman.run("export", "--output", files.toString(), service + "-files");

        List<String> programs = Programs.run(
                        Path.of("."), List.of("tar", "--list", "--verbose", "--file", files.toString()))
                .lines()
                .filter(line -> line.startsWith("-") && line.substring(0, 10).matches(".*[xsS].*"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(name -> !name.matches(".*\\.so[.\\d]*|.*/ld-linux-[^/]+"))
                .toList();

        assertThat(programs).containsExactlyInAnyOrder("opt/java/bin/java", "opt/java/lib/jspawnhelper");
        assertThatThrownBy(() -> podman.program(image(service), Map.of(), List.of("/bin/sh", "-c", "true")))
                .hasMessageContaining("no such file or directory");
        Files.delete(files);
    }

    @Test
    void whatHelmTestRunsIsInTheImageAndSaysWhatItLacks() {
        assertThatThrownBy(() -> podman.program(
                        image("tap-ingest"),
                        Map.of("CHECK_TAP_INGEST", "http://127.0.0.1:8080"),
                        List.of(
                                JAVA,
                                "-cp",
                                "/deployments/quarkus-run.jar:/deployments/check.jar",
                                "io.baytap.check.Main")))
                .hasMessageContaining("nothing was sent: CHECK_WALLET_SETTLEMENT is missing; ");
    }

    private String writes(String service, String file) {
        return podman.program(image(service), Map.of(), List.of(JAVA, "-Xlog:gc:file=" + file, "-version"));
    }

    private static List<String> volumes(String service) {
        return service.equals("fare-calculation")
                ? List.of("--volume=" + CLONE.resolve("deploy/tariffs/target/feeds") + ":/etc/tariffs:ro")
                : List.of();
    }

    private boolean isReady(String service, int port) throws InterruptedException {
        if (podman.pid(service) == 0) {
            throw new IllegalStateException(service + " ended:\n" + podman.logs(service));
        }
        try {
            URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @SuppressWarnings("SystemOut") // a figure for who runs this, and no limit
    private void report(String service, Duration time) {
        long used = ProcessHandle.of(podman.pid(service))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow()
                .toMillis();
        String started = podman.logs(service)
                .lines()
                .filter(line -> line.contains(" started in "))
                .map(line -> line.replaceFirst(".* started in ([0-9.]+s).*", "$1"))
                .findFirst()
                .orElse("all");
        System.out.printf(
                "%s was ready after %,d ms, of which Quarkus counts %s; %,d ms of CPU time%n",
                service, time.toMillis(), started, used);
    }

    private String image(String service) {
        return settings.image(service);
    }

    private static LineSettings settings() {
        try {
            return LineSettings.read(CLONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
