package io.baytap.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.sandbox.identity.IdentityConfig;
import io.baytap.sandbox.identity.IdentitySandbox;
import io.baytap.sandbox.identity.Person;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart as it is rendered and the images as they are made, in podman, beside the embedded stack; asked by what {@code helm test} runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubeIT {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration READY_MAX = Duration.ofMinutes(3);
    private static final String LOGIN = random();
    private static final String REGISTRY_TOKEN = random();
    private static final String READER_TOKEN = random();

    private final HttpClient http = HttpClient.newHttpClient();
    private final IdentitySandbox identity = IdentitySandbox.start(new IdentityConfig(
            0, "baytap-console", LOGIN, URI.create("http://127.0.0.1"), Duration.ofHours(1), InstantSource.system()));
    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.values()));
    private final Podman podman =
            new Podman(Path.of("target/podman").toAbsolutePath(), stack.warden().directory("podman"));
    private final CheckSetUp setUp = new CheckSetUp(CLONE.resolve("deploy/tariffs/published"));
    private final KubeLine line = line();

    @BeforeAll
    void install() throws IOException, InterruptedException {
        for (String service : Images.SERVICES) {
            podman.load(Path.of("target/images/" + service + ".tar"));
        }
        line.secret("baytap-pseudonyms-mainland", Map.of("key", random()));
        line.secret("baytap-pseudonyms-hong-kong", Map.of("key", random()));
        line.secret("baytap-gates", Map.of("registry-token", REGISTRY_TOKEN, "reader-token", READER_TOKEN));
        line.secret("baytap-reporting-login", Map.of("client-secret", LOGIN));
        line.install(CLONE.resolve("deploy/tariffs/target/feeds"));

        assertThat(line.registered()).isZero();
        setUp.publish(stack, Instant.now());
        for (String service : Images.SERVICES) {
            await().atMost(READY_MAX).pollInterval(Duration.ofMillis(200)).until(() -> isHealthy(service));
        }
        setUp.registerGates(line.url("tap-ingest"), REGISTRY_TOKEN);
        setUp.bringRates(line.url("fx-conversion"), Instant.now());
    }

    @AfterAll
    void endAll() {
        podman.removeAll();
        stack.close();
        identity.close();
    }

    static List<String> services() {
        return Images.SERVICES;
    }

    @Test
    void aTripArrivesToTheCent() throws IOException {
        long fare = setUp.fareMinor();

        KubeLine.Ran ran = line.test(setUp.secret("check", fare, identity.token(Person.ADA)));

        assertThat(ran.said())
                .noneMatch(KubeIT::differs)
                .contains(
                        "ok      taps: [ACCEPTED, ACCEPTED]",
                        "ok      fares: [" + fare + " HKD]",
                        "ok      postings: [" + fare + " HKD]")
                .anyMatch(each -> each.startsWith("ok      sums of posting:") && each.endsWith("{CNY=0, HKD=0}"))
                .anyMatch(each -> each.startsWith("ok      report: [CN in HK: " + fare + " HKD, "))
                .endsWith("the trip arrived");
        assertThat(ran.status()).isZero();
    }

    @Test
    void aFareThatIsNotThePublishedOneFailsTheTest() throws IOException {
        long fare = setUp.fareMinor();

        KubeLine.Ran ran = line.test(setUp.secret("other", fare + 10, identity.token(Person.ADA)));

        assertThat(ran.said().stream().filter(KubeIT::differs))
                .containsExactly(
                        "DIFFERS fares: is [%d HKD] instead of [%d HKD]".formatted(fare, fare + 10),
                        "DIFFERS postings: is [%d HKD] instead of [%d HKD]".formatted(fare, fare + 10));
        assertThat(ran.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("services")
    void thePodIsAsRestrainedAsTheChartSays(String service) throws IOException {
        String container = KubeLine.container(service);

        assertThat(Files.readAllLines(Path.of("/proc/" + podman.pid(container) + "/status")))
                .contains("Uid:\t65532\t65532\t65532\t65532", "NoNewPrivs:\t1", "CapEff:\t0000000000000000");
        assertThat(podman.run("inspect", "--format", "{{.HostConfig.ReadonlyRootfs}}", container))
                .isEqualToIgnoringNewLines("true");
    }

    private KubeLine line() {
        try {
            return new KubeLine(CLONE, Files.createDirectories(Path.of("target/kube")), stack, podman, identity.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it passes all three probes. */
    private boolean isHealthy(String service) throws InterruptedException {
        String container = KubeLine.container(service);
        if (podman.pid(container) == 0) {
            throw new IllegalStateException(service + " ended:\n" + podman.logs(container));
        }
        try {
            for (String probe : line.probes(service)) {
                HttpRequest asked = HttpRequest.newBuilder(URI.create(probe)).build();
                if (http.send(asked, BodyHandlers.discarding()).statusCode() != 200) {
                    return false;
                }
            }
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean differs(String line) {
        return line.startsWith("DIFFERS");
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
