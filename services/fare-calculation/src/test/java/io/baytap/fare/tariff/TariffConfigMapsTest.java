package io.baytap.fare.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffRefusal;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas watch the same ConfigMaps. */
class TariffConfigMapsTest {

    private static final Instant MORNING = Instant.parse("2026-04-09T03:59:59Z");
    private static final Instant NOON = Instant.parse("2026-04-09T04:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path files;

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);

    @SuppressWarnings("NullAway.Init") // before each test
    private KubernetesClient kubernetes;

    @SuppressWarnings("NullAway.Init") // before each test
    private List<Replica> replicas;

    /** What a replica has: the watch, its copies and what it loaded of them. */
    private record Replica(TariffConfigMaps maps, TariffDirectory tariffs) {
        Replica(KubernetesClient kubernetes, Path copies) {
            this(
                    new TariffConfigMaps(kubernetes, "line", "baytap.io/tariffs=true", copies),
                    new TariffDirectory(copies));
            maps.start();
        }

        String version(Instant at) {
            maps.refresh();
            tariffs.refresh();
            return tariffs.tariffs().find("HKT", at).map(Tariff::version).orElse("none");
        }
    }

    @BeforeEach
    void start() {
        server.init();
        kubernetes = server.createClient();
        replicas = List.of(
                new Replica(kubernetes, files.resolve("copies-a")), new Replica(kubernetes, files.resolve("copies-b")));
    }

    @AfterEach
    void stop() {
        replicas.forEach(replica -> replica.maps().close());
        kubernetes.close();
        server.destroy();
    }

    @Test
    void aNewVersionIsInForceFromItsDateOnInEveryReplica() throws IOException {
        put("hkt", "HKT", FeedFiles.tram());
        awaitAll(replica -> replica.version(NOON).startsWith("HKT@test+"));

        put("hkt-noon", "HKT.noon", noon("@noon"));

        awaitAll(replica -> replica.version(NOON).startsWith("HKT@noon+"));
        assertThat(replicas)
                .allSatisfy(replica -> assertThat(replica.version(MORNING)).startsWith("HKT@test+"));
    }

    @Test
    void aFaultyFeedIsRefusedAndAMendedOneIsTaken() throws IOException {
        put("hkt", "HKT", FeedFiles.tram());
        awaitAll(replica -> replica.version(NOON).startsWith("HKT@test+"));

        put("hkt", "HKT", FeedFiles.tram().with("fare_products.txt", "dear,1000,HKD"));

        awaitAll(replica -> {
            String version = replica.version(NOON);
            return replica.tariffs().refusals().stream()
                    .anyMatch(refusal -> refusal.reason().equals("absurd fare 1000: more than 300")
                            && version.equals(refusal.inForce()));
        });
        put("hkt", "HKT", FeedFiles.tram().replace("feed_info.txt", "@test", "@mended"));
        awaitAll(replica -> replica.version(NOON).startsWith("HKT@mended+"));
        assertThat(replicas)
                .allSatisfy(replica -> assertThat(replica.tariffs().refusals()).isEmpty());
    }

    @Test
    void whatAConfigMapThatIsGoneSaidStays() throws IOException {
        ConfigMap map = put("hkt", "HKT", FeedFiles.tram());
        awaitAll(replica -> replica.version(NOON).startsWith("HKT@test+"));

        kubernetes.resource(map).delete();
        put("kmb", "KMB", FeedFiles.bus());

        awaitAll(replica -> {
            String version = replica.version(NOON);
            return replica.tariffs().tariffs().find("KMB", NOON).isPresent() && version.startsWith("HKT@test+");
        });
        assertThat(files.resolve("copies-a/HKT.zip")).doesNotExist();
    }

    @Test
    void otherConfigMapsAndOtherKeysAreNoTariffs() throws IOException {
        FeedFiles.tram().writeTo(files, "HKT");
        FeedFiles.tram().writeTo(files, "KMB");
        ConfigMap other = map("other", "HKT");
        other.getMetadata().setLabels(null);
        kubernetes.resource(other).create();
        ConfigMap odd = map("odd", "KMB");
        odd.getData().put("..yaml", "operator: KMB");
        odd.getData().put("README", "what is this");
        kubernetes.resource(odd).create();

        awaitAll(replica -> {
            replica.version(NOON);
            return replica.tariffs().refusals().stream()
                    .map(TariffRefusal::operatorId)
                    .toList()
                    .equals(List.of("KMB"));
        });
        try (var copies = Files.list(files.resolve("copies-a"))) {
            assertThat(copies.map(copy -> copy.getFileName().toString()))
                    .containsExactlyInAnyOrder("KMB.zip", "KMB.yaml");
        }
    }

    @Test
    void untilTheClusterHasAnsweredNothingMayBePriced() {
        try (KubernetesClient nobody = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(kubernetes.getConfiguration())
                        .withMasterUrl("http://127.0.0.1:1")
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build()) {
            var maps = new TariffConfigMaps(nobody, "line", "baytap.io/tariffs=true", files.resolve("copies-c"));

            assertThat(maps.obstacle()).contains("the ConfigMaps of tariffs cannot be read");
            assertThat(replicas.getFirst().maps().obstacle()).isEmpty();
        }
    }

    private void awaitAll(Predicate<Replica> condition) {
        await().atMost(SOON).until(() -> replicas.stream().allMatch(condition));
    }

    private static FeedFiles noon(String version) {
        return FeedFiles.tram()
                .replace("feed_info.txt", "@test", version)
                .replacePolicy("operator: HKT", "effectiveFrom: 2026-04-09T12:00\noperator: HKT");
    }

    /** A ConfigMap with both files of a version. */
    private ConfigMap put(String name, String file, FeedFiles feed) throws IOException {
        feed.writeTo(files, file);
        return kubernetes.resource(map(name, file)).createOr(NonDeletingOperation::update);
    }

    private ConfigMap map(String name, String file) throws IOException {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("line")
                .withName(name)
                .addToLabels("baytap.io/tariffs", "true")
                .endMetadata()
                .addToData(file + ".yaml", Files.readString(files.resolve(file + ".yaml")))
                .addToBinaryData(
                        file + ".zip",
                        Base64.getEncoder().encodeToString(Files.readAllBytes(files.resolve(file + ".zip"))))
                .build();
    }
}
